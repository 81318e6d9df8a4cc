import { expect, test } from "vitest";
import { foldList } from "../../../site/data/fold-list.ts";

test.each([
  [0, 0, 0],
  [6, 6, 0],
  [8, 8, 0],
  [9, 6, 3],
])("of %i lines %i stand open, and %i wait to be unfolded", (total, first, rest) => {
  const folded = foldList(
    Array.from({ length: total }, (_none, index) => index),
    6,
  );
  expect([folded.first.length, folded.rest.length]).toEqual([first, rest]);
  expect([...folded.first, ...folded.rest]).toHaveLength(total);
});
