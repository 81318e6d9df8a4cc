import type { Handbook } from "../definition/index.ts";

const begin =
  "# Begin of what Handrail writes: the owners of the processes, from roles.yml. Edit that file instead.";
const end = "# End of what Handrail writes.";

/** Where GitHub looks for a CODEOWNERS file, in this order. https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners */
export const codeownersPlaces: readonly string[] = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

/**
 * A CODEOWNERS file in which each process belongs to the people of its owner's role, so that GitHub asks them to look at every
 * change of it. What others wrote into the file stays, in its place and to the byte; a file without Handrail's part gets it
 * at its end, since the last line that fits decides. `root` is the handbook's folder in the repository. A process whose
 * owner has no people is left to whoever the other lines name.
 */
export function writeCodeowners(existing: string | undefined, handbook: Handbook, root: string): string {
  const block = [begin, ...ownerLines(handbook, root), end].join("\n");
  if (existing === undefined || existing.trim() === "") return `${block}\n`;
  const own = ownPart(existing);
  const lineEnd = (own?.text ?? existing).includes("\r\n") ? "\r\n" : "\n";
  const written = block.replaceAll("\n", lineEnd);
  if (own) return existing.slice(0, own.start) + written + existing.slice(own.start + own.text.length);
  return `${existing}${/\n$/.test(existing) ? "" : lineEnd}${lineEnd}${written}${lineEnd}`;
}

/** What Handrail wrote, without the end of its last line. Of two beginnings the one before the end counts: what is between them is others'. */
function ownPart(existing: string): { readonly start: number; readonly text: string } | undefined {
  const lines = existing.split("\n");
  const bare = lines.map((line) => line.trimEnd());
  const first = bare.indexOf(begin);
  const to = first < 0 ? -1 : bare.indexOf(end, first);
  if (to < 0) return undefined;
  const from = bare.lastIndexOf(begin, to);
  const start = lines.slice(0, from).reduce((length, line) => length + line.length + 1, 0);
  const text = lines.slice(from, to + 1).join("\n");
  return { start, text: text.replace(/\r$/, "") };
}

function ownerLines({ processes, roles }: Handbook, root: string): string[] {
  const folder = root === "" ? "/" : `/${root}/`;
  return [...processes.values()]
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, processOwner }) => {
      const people = roles.get(processOwner)?.people ?? [];
      const owners = people.map((login) => `@${login}`).join(" ");
      return people.length === 0 ? [] : [`${asPattern(`${folder}${path}`)} ${owners}`];
    });
}

/** A path as a pattern for just that file: a blank would end it, and some signs stand for others. */
function asPattern(path: string): string {
  return path.replace(/[\s\\*?#!]/g, "\\$&");
}
