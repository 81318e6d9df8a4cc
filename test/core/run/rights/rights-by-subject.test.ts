import { expect, test } from "vitest";
import { subjects } from "../../../../core/run/rights/right.ts";
import { rights } from "../../../../core/run/rights/rights.ts";
import { rightsBySubject } from "../../../../core/run/rights/rights-by-subject.ts";

const groups = rightsBySubject();
const rowsOf = (subject: string) => rights.filter(({ on }) => (on as readonly string[]).includes(subject));

test("each subject stands in one group, in the order of the subjects", () => {
  expect(groups.flatMap((group) => group.subjects).toSorted()).toEqual([...subjects].toSorted());
  expect(groups.map((group) => group.subjects[0])).toEqual(
    subjects.filter((subject) => groups.some((group) => group.subjects[0] === subject)),
  );
});

test.each(subjects)("%s stands with its own rows of the table, in their order", (subject) => {
  const group = groups.find((one) => one.subjects.includes(subject));
  expect(group?.rights).toEqual(rowsOf(subject));
});

test("two subjects stand together exactly where their rows are the same", () => {
  for (const a of subjects)
    for (const b of subjects) {
      const areTogether = groups.some(({ subjects: own }) => own.includes(a) && own.includes(b));
      const [ofA, ofB] = [rowsOf(a), rowsOf(b)];
      const areSame = ofA.length === ofB.length && ofA.every((row, index) => row === ofB[index]);
      expect(areTogether, `${a} and ${b}`).toBe(areSame);
    }
});
