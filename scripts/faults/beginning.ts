import { closing, comment, say } from "./acts-of-people.ts";
import { type Happening, otherRunName, runName } from "./life.ts";
import type { Random } from "./random.ts";
import type { LifeHandbook } from "./random-handbook.ts";
import { visitor } from "./world.ts";

const days = ["2026-12-18", "2027-02-01"] as const;

/** How a run comes about, now and then beside another one of the same process: what is done to one must not touch the other. */
export function beginning(random: Random, handbook: LifeHandbook): readonly Happening[] {
  if (random.happens(0.1)) return twoThatWait(random);
  const { files } = handbook;
  const isAskedFor = random.happens(0.3) || files.get("processes/handbook.yml")?.includes("always");
  return [
    startOf(random, "Rails", random.pick(days)),
    ...(isAskedFor ? [say("demo-lena", runName, "/go")] : []),
    ...(random.happens(0.1)
      ? [startOf(random, "Trains", random.pick(days)), closing("Settle the idea: Trains")]
      : []),
  ];
}

/**
 * Two starts for one day that know nothing of each other: what somebody from outside fills in holds no other start up, and waits for the
 * team. Whoever begins the second hears of the first once lists of runs have both for certain, and now and then gives one up.
 */
function twoThatWait(random: Random): readonly Happening[] {
  const day = random.pick(days);
  const begun = random.happens(0.5) ? [runName, otherRunName] : [otherRunName, runName];
  const moments = [random.pick(["10:00:00", "09:00:20", "09:05:00"]), "11:30:00"];
  return [
    ...["Rails", "Trains"].map((subject) => startOf(random, subject, day, visitor)),
    ...begun.flatMap((on, index): Happening[] => [
      comment(random, on, "/go"),
      { kind: "time", to: `2026-11-02T${moments[index]}Z` },
    ]),
    ...(random.happens(0.4) ? [comment(random, otherRunName, "/cancel One is enough")] : []),
  ];
}

function startOf(random: Random, subject: string, day: string, by = "demo-lena"): Happening {
  const body = `### Process\n\narticle\n\n### Publish date\n\n${day}\n\n### People\n\n_No response_`;
  // A fresh repository has no such label yet, and GitHub leaves out what a form asks for and nobody has made.
  const labels = random.happens(0.5) ? ["handrail:run"] : [];
  return { kind: "start", by, title: `Write an article: ${subject}`, body, labels };
}
