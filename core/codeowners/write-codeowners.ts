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
  const lineEnd = existing.includes("\r\n") ? "\r\n" : "\n";
  const written = block.replaceAll("\n", lineEnd);
  const lines = existing.split(lineEnd);
  const [from, to] = [lines.indexOf(begin), lines.indexOf(end)];
  if (from >= 0 && to > from)
    return [...lines.slice(0, from), ...written.split(lineEnd), ...lines.slice(to + 1)].join(lineEnd);
  return `${existing.trimEnd()}${lineEnd}${lineEnd}${written}${lineEnd}`;
}

function ownerLines({ processes, roles }: Handbook, root: string): string[] {
  const folder = root === "" ? "/" : `/${root}/`;
  return [...processes.values()]
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, processOwner }) => {
      const people = roles.get(processOwner)?.people ?? [];
      return people.length === 0 ? [] : [`${folder}${path} ${people.map((login) => `@${login}`).join(" ")}`];
    });
}
