import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The licences of all packages of which a file was bundled, since whoever copies them has to pass their notices on. */
export function licenceNotices(files: readonly string[]): string {
  const folders = new Set(
    files.flatMap((file) => /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? []),
  );
  const notices = [...folders].map(noticeOf).sort(([a], [b]) => (a < b ? -1 : 1));
  const opening =
    "# Packages that are part of Handrail's programs\n\nPublic holidays: date-holidays, its data under CC BY-SA 3.0 and CC BY 3.0.\n";
  return `${opening}${notices.map(([name, text]) => `\n## ${name}\n\n${text}\n`).join("")}`;
}

function noticeOf(folder: string): [string, string] {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<
    string,
    string
  >;
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.|-|$)/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), "utf8").trim();
  return [`${name} ${version}`, text.replace(/^#+ /gm, "")];
}
