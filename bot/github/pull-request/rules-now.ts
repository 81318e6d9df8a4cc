import { z } from "zod";

/** The files that say who has to agree, in the branch that runs follow, by the variables of a document. */
export function rulesAsked(root: string): { readonly settings: string; readonly roles: string } {
  const folder = root === "" ? "" : `${root}/`;
  return { settings: `HEAD:${folder}handbook.yml`, roles: `HEAD:${folder}roles.yml` };
}

const blob = z.object({ oid: z.string() }).nullable();

/** What GitHub answers to that. */
export const rulesAnswer = { settings: blob, roles: blob };

/** So much of a name of git tells one text from every other here. */
const enough = 12;

/** What tells these files, as they stand, from any others. */
export function rulesNow({
  settings,
  roles,
}: {
  readonly settings: z.output<typeof blob>;
  readonly roles: z.output<typeof blob>;
}): string {
  return [settings, roles].map((file) => file?.oid.slice(0, enough) ?? "none").join(" ");
}
