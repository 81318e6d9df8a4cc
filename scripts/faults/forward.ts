import { closing, say } from "./acts-of-people.ts";
import { type Happening, runName } from "./life.ts";
import type { Random } from "./random.ts";
import type { LifeHandbook, LifeStep } from "./random-handbook.ts";
import { workBetweenWords } from "./work-between-words.ts";

/** What ends a step, now and then at the second go. */
export function forward(random: Random, handbook: LifeHandbook, step: LifeStep): Happening[] {
  const { title, kind } = step;
  switch (kind) {
    case "approval": {
      const approvals = ["demo-lena", "demo-sofia"].map((by) => say(by, title, "/approve"));
      const judged = handbook.steps[handbook.steps.indexOf(step) - 1];
      const before = random.happens(0.2) ? [workBetweenWords(random, handbook, step)].flat() : [];
      return judged && random.happens(0.35)
        ? [
            ...before,
            say("demo-lena", title, "/changes The facts are wrong"),
            closing(judged.title),
            ...approvals,
          ]
        : [...before, ...approvals];
    }
    case "decision":
      return [decision(random, step)];
    case "checkpoint":
      return [];
    case "process":
      return handbook.childTitles.map(closing);
    case "task": {
      if (title === handbook.costOf && random.happens(0.8))
        return [say("demo-sofia", title, "/done"), say("demo-sofia", title, "/done\ncost: 120 CHF")];
      const reason = random.happens(0.85) ? "completed" : "not_planned";
      const again: Happening[] = [{ kind: "reopen", by: "demo-jonas", on: title }, closing(title)];
      return [{ ...closing(title), reason }, ...(random.happens(0.15) ? again : [])];
    }
  }
}

function decision(random: Random, { id, title }: LifeStep): Happening {
  const outcome = random.pick(["now", "later"]);
  return random.happens(0.5)
    ? say("demo-sofia", title, `/decide ${outcome}`)
    : say("demo-sofia", runName, `/decide ${id} ${outcome}`);
}
