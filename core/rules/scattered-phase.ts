import { code } from "../message.ts";
import type { ProcessRule, RuleFinding } from "./rule.ts";

/** Steps of one phase that do not stand together, or two spellings of one phase. */
export const scatteredPhase: ProcessRule = {
  id: "scattered-phase",
  scope: "process",
  severity: "warning",
  purpose: "Steps of one `phase` stand one after the other, and its name is always written alike.",
  why: "A phase is a heading above its steps. Where they are scattered, or once written with a capital and once without, the heading comes twice, and readers look for the difference.",
  examples: [
    {
      title: "A phase that comes back",
      wrong: {
        process: `steps:
  - { id: plan, title: Plan the talk, role: author, phase: Before }
  - { id: speak, title: Give the talk, role: author, phase: On the day }
  - { id: book, title: Book the room, role: author, phase: Before }`,
      },
      at: "Before }",
      right: {
        process: `steps:
  - { id: plan, title: Plan the talk, role: author, phase: Before }
  - { id: book, title: Book the room, role: author, phase: Before }
  - { id: speak, title: Give the talk, role: author, phase: On the day }`,
      },
    },
    {
      title: "Two spellings",
      wrong: {
        process: `steps:
  - { id: plan, title: Plan the talk, role: author, phase: Before the day }
  - { id: book, title: Book the room, role: author, phase: before the day }`,
      },
      at: "before the day }",
      right: {
        process: `steps:
  - { id: plan, title: Plan the talk, role: author, phase: Before the day }
  - { id: book, title: Book the room, role: author, phase: Before the day }`,
      },
    },
  ],
  check: ({ draft, frontMatter, path }) => {
    const firstOf = new Map<string, { name: string; index: number }>();
    let before: string | undefined;
    return (draft.steps ?? []).flatMap(({ phase }, index): RuleFinding[] => {
      const key = phase?.toLowerCase();
      const isNew = key !== before;
      before = key;
      if (phase === undefined || key === undefined) return [];
      const first = firstOf.get(key);
      if (!first) {
        firstOf.set(key, { name: phase, index });
        return [];
      }
      const message =
        first.name !== phase
          ? `Phase ${code(phase)} is written ${code(first.name)} above, expected one spelling; write it alike.`
          : isNew
            ? `Phase ${code(phase)} comes a second time, expected its steps together; move this step up to them, or give it another phase.`
            : undefined;
      if (message === undefined) return [];
      const place = (at: number) => frontMatter.positionOf(["steps", at, "phase"]);
      return [{ ...place(index), message, related: { path, ...place(first.index) } }];
    });
  },
};
