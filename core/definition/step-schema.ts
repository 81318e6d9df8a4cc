import { z } from "zod";
import { collectFieldSchema } from "./collect-schema.ts";
import {
  advised,
  choice,
  dueOffset,
  flag,
  id,
  idKey,
  line,
  lines,
  list,
  oneOrMore,
  quantity,
  roleId,
  roles,
  scalar,
  scalarText,
  stepId,
  stepOrSibling,
  timeOfDay,
} from "./field-kinds.ts";
import { guessEvery, guessId, guessKind, guessPolicy } from "./guess-value.ts";
import { idPattern } from "./id-pattern.ts";

/** The kinds a step can have. */
export const stepKinds = ["task", "approval", "decision", "checkpoint", "process"] as const;

const ofThisProcess =
  "an approval judges a step of its own process only, so put the approval into the process that has the step.";

/** A step, or a role, that brings something. */
const stepOrRole = () =>
  advised(
    z.string().regex(idPattern),
    "the id of a step or of a role, such as `write-draft`",
    "write its id",
    { guess: guessId },
  );

/** One thing a step needs, and who brings it. */
export const inputSchema = advised(
  z.strictObject({
    what: line().describe("What is needed."),
    from: stepOrRole().describe("The step or the role that brings it."),
  }),
  "what is needed, and from whom",
  "write `{ what: the brief, from: outline }`",
);

const conditionValue = advised(
  z.union([
    scalar(),
    z.array(scalar()).min(1).max(50),
    z.strictObject({
      not: z
        .union([scalar(), z.array(scalar()).min(1).max(50)])
        .describe("The step is done for every answer but these."),
    }),
  ]),
  'a value, a list of values, `not:` with either, or a comparison such as `">= 10000"`',
  "write the answer this step depends on",
);

/** The id of a process: the name of its file. */
const processId = () =>
  advised(
    z.string().regex(idPattern),
    "the id of a process, such as `publish-blog-post`",
    "write the name of its file without `.mdx`",
    { guess: (found) => guessId(found.replace(/\.mdx$/, "")) },
  );

/** One step of a process. */
export const stepSchema = z.strictObject({
  id: id().describe("Name of the step, unique in the process; it never changes, since runs refer to it."),
  title: line(100).describe(
    "What is done, as an order: Write the draft. `{field}` in it, as in an input or output, is the answer to that question of `ask`.",
  ),
  kind: choice(stepKinds, guessKind)
    .optional()
    .describe(
      "Something somebody does, an approval, a decision, a date alone, or another process; `task` when left out.",
    ),
  role: roles().optional().describe("Who does it: a role, or a list of roles."),
  approvers: roles().optional().describe("Who approves, for `kind: approval`."),
  policy: advised(
    z.union([z.enum(["all", "any"]), z.number().int().min(1).max(20)]),
    "`all`, `any` or how many of the approvers, such as `2`",
    "pick one of them",
    { guess: guessPolicy, remedyForNumber: "write a whole number from 1 to 20" },
  )
    .optional()
    .describe("Whether all approvers must approve, any one of them, or so many; `all` when left out."),
  approves: stepId(ofThisProcess)
    .optional()
    .describe("The step whose output is judged; the one it waits for when left out."),
  options: list(scalarText(), "a list of outcomes", 20)
    .optional()
    .describe("The outcomes, for `kind: decision`."),
  process: processId()
    .optional()
    .describe("The child process, for `kind: process`; its anchor date is this step's due date."),
  after: oneOrMore(
    stepOrSibling(),
    "a step id, a list of step ids, or `[]` for a step that waits for nobody",
    200,
  )
    .optional()
    .describe(
      "The steps this one waits for; the step before when left out, `[]` for nobody. Where a process above starts this one and another, `program-lead/tell-grants` is a step of that other, with the step that starts it in front.",
    ),
  when: advised(
    z.record(idKey(), conditionValue),
    "a map of start form fields, decisions or collected values to the answers this step is for",
    "write `when: { field: answer }`",
  )
    .optional()
    .describe("The step is done only when all of these hold."),
  due: dueOffset()
    .optional()
    .describe(
      "Due date as an offset from the anchor date; of a window the step may begin on the first day and is due on the last.",
    ),
  from: advised(z.string().regex(idPattern), "the id of a `date` question of `ask`", "write its id", {
    guess: guessId,
  })
    .optional()
    .describe("The `date` question of the start form that `due` counts from, in place of the anchor date."),
  exact: flag()
    .optional()
    .describe("Whether `due` is this very day, weekend or not; else it moves to a business day."),
  at: timeOfDay()
    .optional()
    .describe(
      "The moment on the due date, in the handbook's time zone; `dueTime` of the handbook when left out.",
    ),
  duration: quantity(
    ["bd"],
    "a number of business days, such as `3bd`",
    "write the planned length in business days",
  )
    .optional()
    .describe(
      "Planned length in business days, counted after the last step it waits for, or back from `due`; one when left out.",
    ),
  each: advised(z.string().regex(idPattern), "the id of a `list` question of `ask`", "write its id", {
    guess: guessId,
  })
    .optional()
    .describe(
      "The `list` question of the start form whose items are each a task of their own; `{item}` in the title is the item, and what comes after waits for all.",
    ),
  every: advised(
    z.string().regex(/^(?!0+(?:d|bd|w|mo)$)\d{1,4}(?:d|bd|w|mo)$/),
    "a length of time such as `1w`, `2w`, `1mo` or `1bd`",
    "write a whole number above 0 and its unit, beside a window such as `due: -8w..-1w`",
    { problemId: "wrong-unit", guess: guessEvery },
  )
    .optional()
    .describe(
      "How often the step is done within the window of `due`: one task for each time in it, each after the one before.",
    ),
  phase: line(60)
    .optional()
    .describe(
      "The heading that the step stands under on the page, in plans and in the status of a run; no heading when left out.",
    ),
  effort: quantity(
    ["m", "h"],
    "person-time in hours or minutes, such as `2h` or `45m`",
    "write a whole number and `h` or `m`",
  )
    .optional()
    .describe("Person-time the step takes."),
  collect: advised(
    z.array(collectFieldSchema).min(1).max(12),
    "a list of at most 12 values, each with `id` and `label`",
    "write `collect: [{ id: hours, label: Hours, type: hours }]`",
  )
    .optional()
    .describe("What is entered when the step is done, and goes on to those who need it."),
  input: advised(
    z.array(inputSchema).max(30),
    "a list of `{ what, from }`",
    "write `input: [{ what: the brief, from: outline }]`",
  )
    .optional()
    .describe("What is needed, and the step or role that brings it."),
  output: lines().optional().describe("What the step leaves behind."),
  tools: lines().optional().describe("The tools it is done with."),
  consulted: roles().optional().describe("Roles that are asked before the step is done."),
  informed: roles().optional().describe("Roles that are told when the step is done."),
  accountable: roleId()
    .optional()
    .describe("The role that answers for the step; the process owner when left out."),
  respond: quantity(
    ["m", "h"],
    "a time in minutes or hours, such as `15m` or `4h`",
    "write a whole number and `h` or `m`",
  )
    .optional()
    .describe("Time target for the first reaction."),
  optional: flag().optional().describe("Whether the step may be skipped without a reason; no when left out."),
  strict: flag()
    .optional()
    .describe("Whether the step cannot be done before its turn; closed early, it is opened again."),
});

export type StepShape = z.output<typeof stepSchema>;
