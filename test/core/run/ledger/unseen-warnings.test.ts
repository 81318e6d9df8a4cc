import { expect, test } from "vitest";
import { unseenWarnings } from "../../../../core/run/ledger/unseen-warnings.ts";
import { date } from "../../../builders.ts";

const earliest = date("2027-01-29");

test.each<readonly [string, Parameters<typeof unseenWarnings>, ReturnType<typeof unseenWarnings>]>([
  ["none", [[], earliest, 5], undefined],
  ["one", [["Ines is away."], undefined, 5], { messages: ["Ines is away."], left: 0 }],
  ["some that a later date helps", [["a", "b"], earliest, 2], { messages: ["a", "b"], left: 0, earliest }],
  ["more than are kept", [["a", "b", "c", "d"], undefined, 2], { messages: ["a", "b"], left: 2 }],
  ["one without end", [["x".repeat(501)], undefined, 5], { messages: ["x".repeat(500)], left: 0 }],
])("of warnings that nobody has seen are kept: %s", (_what, given, expected) => {
  expect(unseenWarnings(...given)).toStrictEqual(expected);
});
