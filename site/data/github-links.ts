import type { Handbook, ProcessDefinition } from "../../core/definition/index.ts";
import { proposalFormPath } from "../../core/proposal/index.ts";
import { rememberEach } from "../../core/remember-each.ts";
import { text } from "../../core/text/index.ts";
import type { Site } from "./site.ts";

/** Addresses on GitHub; nothing when no repository is known. */
export interface GithubLinks {
  /** The editor on the file of a process; nothing as well when the handbook's folder is not in the repository. */
  readonly edit?: string | undefined;
  /** The form with which anybody proposes a change, filled in for the process. */
  propose(): string | undefined;
  /** Every change of the file. */
  readonly changes?: string | undefined;
  /** One commit, by its revision in place of `{revision}`. */
  commit(revision: string): string | undefined;
}

/** How many processes have each title, counted once for all their pages. */
const titlesOf: (handbook: Handbook) => ReadonlyMap<string, number> = rememberEach(countTitles);

/** Whether a process is told by its title. */
function isAlone({ title }: ProcessDefinition, handbook: Handbook): boolean {
  return titlesOf(handbook).get(title.toLowerCase()) === 1;
}

function countTitles({ processes }: Handbook): ReadonlyMap<string, number> {
  const titles = new Map<string, number>();
  for (const { title } of processes.values()) {
    const same = title.toLowerCase();
    titles.set(same, (titles.get(same) ?? 0) + 1);
  }
  return titles;
}

/** Where a process is changed, and its changes are seen. */
export function githubLinks(definition: ProcessDefinition, { settings, handbook }: Site): GithubLinks {
  const { path } = definition;
  const { githubUrl, branch, handbookFolder } = settings;
  const repository = settings.repository ?? handbook.config.repository;
  if (repository === undefined) return { propose: () => undefined, commit: () => undefined };
  const root = `${githubUrl}/${repository}`;
  // What stands in for GitHub on this machine knows the newest files only, not how they came to be.
  const hasHistory = !githubUrl.startsWith("/");
  const isInRepository = !handbookFolder.startsWith("/") && !handbookFolder.startsWith("..");
  const file = `${branch}/${handbookFolder.replace(/^\.\//, "")}/${path}`;
  return {
    edit: isInRepository ? `${root}/edit/${file}` : undefined,
    propose: () => {
      const filled = {
        template: proposalFormPath.replace(/^.*\//, ""),
        title: `${text.proposal.formTitle}${definition.title}`,
        process: isAlone(definition, handbook) ? definition.title : definition.id,
      };
      return `${root}/issues/new?${new URLSearchParams(filled)}`;
    },
    changes: isInRepository && hasHistory ? `${root}/commits/${file}` : undefined,
    commit: (revision) => (hasHistory ? `${root}/commit/${revision}` : undefined),
  };
}
