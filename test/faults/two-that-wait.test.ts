import { expect, test } from "vitest";
import { beginning } from "../../scripts/faults/beginning.ts";
import { type Life, otherRunName } from "../../scripts/faults/life.ts";
import { playCalm } from "../../scripts/faults/play.ts";
import { randomFrom } from "../../scripts/faults/random.ts";
import { randomHandbook } from "../../scripts/faults/random-handbook.ts";

const begin = "2026-11-02T09:00:00Z";

/** The beginning of a life in which two starts wait for the team that know nothing of each other. */
function lifeOfTwo(isBegunFirst: string): Life {
  for (let seed = 0; ; seed += 1) {
    const random = randomFrom(seed);
    const handbook = randomHandbook(random);
    const happenings = beginning(random, handbook);
    const goes = happenings.flatMap((one) => (one.kind === "comment" && one.text === "/go" ? [one.on] : []));
    const isEarlier = happenings.some((one) => one.kind === "time" && one.to === "2026-11-02T10:00:00Z");
    if (goes.length === 2 && goes.includes(otherRunName) && isEarlier && goes[0] === isBegunFirst)
      return { begin, files: handbook.files, happenings };
  }
}

test.each([
  ["the run", "Write an article: Trains"],
  [otherRunName, "Write an article: Rails"],
])(
  "where %s is begun first, whoever begins the other one is told of it, once",
  {
    timeout: 120_000,
  },
  async (first, told) => {
    const { seen, violations } = await playCalm(lifeOfTwo(first));
    expect(violations).toEqual([]);
    const words = (seen.at(-1) ?? []).flatMap(({ title, comments }) =>
      comments.filter((text) => text.includes("was under way already when this run began")).map(() => title),
    );
    expect(words).toEqual([told]);
  },
);
