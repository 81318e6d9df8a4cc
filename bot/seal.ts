import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Seal } from "../core/run/index.ts";

/** Stands among the keys where notes without a signature are to count too. */
const unsignedWord = "unsigned";
/** Shorter keys could be guessed from a single signed note, which everybody who may read the issues can see. */
const shortestKey = 16;

/**
 * The seal made from `HANDRAIL_KEY`: one key, or several with blanks between them. The first one signs, and all of them are
 * accepted, so that a key can be changed while runs are under way. The word `unsigned` lets notes count that were written
 * before there was a key. Nothing when no key is given. Throws when a key is too short.
 */
export function sealOf(setting: string | undefined): Seal | undefined {
  const words = (setting ?? "").split(/\s+/).filter((word) => word !== "");
  const keys = words.filter((word) => word !== unsignedWord);
  const [first] = keys;
  if (first === undefined) return undefined;
  const short = keys.find((key) => key.length < shortestKey);
  if (short !== undefined) {
    throw new Error(
      `A key in HANDRAIL_KEY has ${short.length} characters, expected at least ${shortestKey}; \`openssl rand -hex 32\` makes a good one.`,
    );
  }
  const sign = (key: string, text: string) => createHmac("sha256", key).update(text).digest();
  return {
    sign: (text) => sign(first, text).toString("base64"),
    verify: (text, signature) => {
      const given = Buffer.from(signature, "base64");
      if (given.toString("base64") !== signature) return false;
      return keys.some((key) => {
        const expected = sign(key, text);
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
    },
    acceptsUnsigned: words.includes(unsignedWord),
  };
}

/** The key a server signs with when it is given none: derived from the secret of its webhooks, which it has anyway. */
export function keyFromWebhookSecret(secret: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "", "handrail notes", 32)).toString("hex");
}
