import { writePayload } from "./marker.ts";
import { replaceMarkers } from "./scan-markers.ts";
import type { NotesPlace, Seal } from "./seal.ts";
import { signedText } from "./signed-text.ts";

/** What stands in place of a signature where there is no key. */
export const noSignature = "-";

/**
 * A text as it goes to GitHub: each hidden note says where it belongs, and is signed where there is a key. Notes that are
 * sealed already stay as they are.
 */
export function sealNotes(text: string, { repository, issue }: NotesPlace, seal: Seal | undefined): string {
  const place = `${repository}#${issue}`;
  return replaceMarkers(text, ({ start, end, kind, payload, rest }) => {
    if (rest.length > 0) return text.slice(start, end);
    const signature = seal?.sign(signedText(place, kind, payload)) ?? noSignature;
    return writePayload(kind, `${payload} ${place} ${signature}`);
  });
}
