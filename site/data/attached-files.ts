import { rememberEach } from "../../core/remember-each.ts";
import type { Site } from "./site.ts";

/** Where files beside the texts of a handbook stand under the base path. */
export const attachedFolder = "files/";

/** The pictures and papers that texts of the site show or lead to, by their paths within the handbook. */
export const attachedFiles: (site: Site) => ReadonlySet<string> = rememberEach(findFiles);

/** What pages show is what is written: so it is read from their texts. */
function findFiles({ processes, ownPages, settings }: Site): Set<string> {
  const texts = [...processes.values(), ...ownPages.values()].map((page) => page.texts);
  const html = texts.flatMap(({ introduction, sections, ...more }) => [
    introduction,
    ...sections.map((section) => section.html),
    ...("steps" in more ? Object.values(more.steps) : []),
  ]);
  const start = `href="${settings.base}${attachedFolder}`;
  return new Set(
    html.flatMap((text) =>
      text
        .split(start)
        .slice(1)
        .flatMap((rest) => rest.split('"', 1)),
    ),
  );
}
