import { openHandbook } from "../../core/handbook/index.ts";
import { type Change, decide, type RunHandbook, type RunInput } from "../../core/run/index.ts";
import type { History } from "./history.ts";

/** What today's code would write to a stored run: nothing, when it understands it as the code that left it so. */
export function replay({ now, files, revision, root, observed, offered }: History): Change[] {
  const stored = observed as RunInput["observed"];
  return decide({
    // What a version did not read yet, a run that it left knows nothing of.
    observed: { ...stored, people: { ...stored.people, accounts: stored.people.accounts ?? new Map() } },
    handbook: {
      ...handbookOf(files, revision, root),
      ...(offered && { offered: handbookOf(offered.files, offered.revision, root) }),
    },
    now,
  });
}

function handbookOf(files: History["files"], revision: string, root: string): RunHandbook {
  const { handbook } = openHandbook(files, { root });
  const processPaths = new Map([...handbook.processes.values()].map(({ id, path }) => [id, path]));
  return { handbook, revision, root, problems: [], processPaths };
}
