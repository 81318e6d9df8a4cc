import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify } from "node:crypto";
import { z } from "zod";
import type { RunFact } from "../../core/run/index.ts";

/** Of one length and without line ends: the list that is signed is read in one way only. */
const digestSchema = z.string().regex(/^[\w-]{43}$/);

const factSchema = z.strictObject({
  name: z.string(),
  value: z.record(z.string(), z.unknown()),
  digest: digestSchema,
});

/** A record of a run that proves itself: each fact has a digest, and the list of digests is signed with Ed25519. */
export const proofSchema = z.strictObject({
  version: z.literal(1),
  /** Digest of the page beside it. */
  page: digestSchema,
  facts: z.array(factSchema).max(100_000),
  /** Digest of all names and digests, and the signature of it, in base64. */
  root: digestSchema,
  signature: z.string(),
});

export type RunProof = z.infer<typeof proofSchema>;

const digestOf = (text: string) => hash("sha256", text, "base64url");
const factDigest = ({ name, value }: RunFact) => digestOf(`${name}\n${JSON.stringify(value)}`);

function rootOf(facts: readonly { readonly name: string; readonly digest: string }[], page: string): string {
  return digestOf(
    ["handrail run record 1", page, ...facts.map(({ name, digest }) => `${digest} ${name}`)].join("\n"),
  );
}

/** Signs what is known of a run, and the page that shows it, with an Ed25519 key in PEM. Throws for another key. */
export function proveRun(facts: readonly RunFact[], page: string, privateKey: string): RunProof {
  // What JSON leaves out is left out before it is signed.
  const stated = (JSON.parse(JSON.stringify(facts)) as RunFact[]).map((fact) => ({
    ...fact,
    digest: factDigest(fact),
  }));
  const pageDigest = digestOf(page);
  const root = rootOf(stated, pageDigest);
  const signature = sign(null, Buffer.from(root), createPrivateKey(privateKey)).toString("base64");
  return { version: 1, page: pageDigest, facts: stated, root, signature };
}

/**
 * What does not hold in a record, one sentence each; empty when all of it does. It needs nothing but the public key: no network
 * and no secret. `page` is the text of the page beside it, where there is one.
 */
export function faultsOfProof(text: string, page: string | undefined, publicKey: string): string[] {
  const reading = readProof(text);
  if (reading === undefined) return ["The file is no record of a run that this version can read."];
  const changed = reading.facts.flatMap((fact) =>
    factDigest(fact) === fact.digest ? [] : [`The fact “${fact.name}” is not what was signed.`],
  );
  const isPageChanged = page !== undefined && digestOf(page) !== reading.page;
  const isListChanged = rootOf(reading.facts, reading.page) !== reading.root;
  const isSigned = isSignedWith(reading, publicKey);
  return [
    ...changed,
    ...(isPageChanged ? ["The page is not what was signed."] : []),
    ...(isListChanged && changed.length === 0
      ? ["The list of facts is not what was signed: one was added, taken out, renamed, or moved."]
      : []),
    ...(isWrittenOnce(text)
      ? []
      : ["The file is not written as it was signed: something stands in it twice, or in other signs."]),
    ...(isSigned ? [] : ["The signature was not made with this key, or not for this record."]),
  ];
}

/**
 * Whether a file says nothing but what is read of it, blanks between its parts aside: of a key that stands there twice the last one is
 * read and checked, and people may see the first.
 */
function isWrittenOnce(text: string): boolean {
  const plain = text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_part, words: string | undefined) => words ?? "");
  return plain === JSON.stringify(JSON.parse(text));
}

function readProof(text: string): RunProof | undefined {
  try {
    return proofSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function isSignedWith({ root, signature }: RunProof, publicKey: string): boolean {
  // Base64 has several spellings for the same bytes; only one of them is what was written.
  const bytes = Buffer.from(signature, "base64");
  if (bytes.toString("base64") !== signature) return false;
  return verify(null, Buffer.from(root), createPublicKey(publicKey), bytes);
}

/** A new pair of keys, in PEM. */
export function newRecordKey(): { readonly publicKey: string; readonly privateKey: string } {
  return generateKeyPairSync("ed25519", {
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}
