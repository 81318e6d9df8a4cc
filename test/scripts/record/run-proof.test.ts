import { expect, test } from "vitest";
import { faultsOfProof, newRecordKey, proveRun, type RunProof } from "../../../scripts/record/run-proof.ts";

const { publicKey, privateKey } = newRecordKey();
const facts = ["run", "step judge", "approval 1 of judge by ed", "entry 1"].map((name) => ({
  name,
  value: { about: name },
}));
const signed = proveRun(facts, "# Record", privateKey);
const faults = (proof: RunProof) => faultsOfProof(JSON.stringify(proof), undefined, publicKey);

test("a record holds, also without the page beside it", () => {
  expect(faults(signed)).toEqual([]);
});

test.each([1, 2, 3])(
  "it does not hold without its first facts, written behind the digest of the page: %i",
  (count) => {
    const left = signed.facts.slice(0, count).map(({ name, digest }) => `${digest} ${name}`);
    const page = [signed.page, ...left].join("\n");
    expect(faults({ ...signed, page, facts: signed.facts.slice(count) })).not.toEqual([]);
  },
);

test("nor with a fact written behind the name of the one before", () => {
  const [run, step, ...others] = signed.facts;
  if (run === undefined || step === undefined) throw new Error("There are no facts.");
  const both = { ...run, name: `${run.name}\n${step.digest} ${step.name}` };
  expect(faults({ ...signed, facts: [both, ...others] })).not.toEqual([]);
});
