/**
 * The part of a changelog that tells what came after a version: all sections above its own. Where the version is not known,
 * the newest section; nothing when there is nothing newer.
 */
export function changesSince(changelog: string, version: string | undefined): string {
  const sections = changelog.split(/^(?=## )/m).slice(1);
  const versionOf = (section: string) => /^## \[?v?(\d[^\]\s]*)/.exec(section)?.[1];
  if (version === undefined) return sections[0] ?? "";
  const own = sections.findIndex((section) => versionOf(section) === version);
  return own < 0 ? (sections[0] ?? "") : sections.slice(0, own).join("");
}
