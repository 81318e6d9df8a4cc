import { deflateSync, Inflate } from "fflate";
import { fromBase64, toBase64 } from "../../base64.ts";
import { rememberLast } from "../../remember-last.ts";

/** No ledger is longer unpacked; what claims to be is not ours. */
const mostUnpackedBytes = 1_000_000;
/** So much is unpacked at a time, so that a text made to swell is given up before it fills the memory. */
const sliceBytes = 1024;

/** A run that is looked at again is packed again, in two places, and mostly nothing of it has changed. */
const mostRemembered = 16;

const inUtf8 = new TextEncoder();

/** JSON as a short text: deflated, in base64. */
export const packJson: (json: string) => string = rememberLast(mostRemembered, (json) =>
  toBase64(deflateSync(inUtf8.encode(json), { level: 9 })),
);

/** The value of a packed text. Throws when the text was not packed by {@link packJson}, or is too large. */
export function unpack(packed: string): unknown {
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(inflate(fromBase64(packed))));
}

function inflate(packed: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((part) => {
    length += part.length;
    if (length > mostUnpackedBytes) throw new RangeError("The packed text is too large.");
    parts.push(part);
  });
  for (let start = 0; start < packed.length; start += sliceBytes)
    inflater.push(packed.subarray(start, start + sliceBytes), start + sliceBytes >= packed.length);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
