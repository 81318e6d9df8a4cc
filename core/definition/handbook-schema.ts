import { z } from "zod";
import { isHexColour } from "../colour/index.ts";
import { calendarSchema } from "./calendar-schema.ts";
import { advised, choice, flag, idKey, line, oneOrMore, quantity, timeZoneName } from "./field-kinds.ts";
import { guessWord } from "./guess-value.ts";
import { isSafeLink } from "./safe-link.ts";

const severity = z.enum(["off", "advice", "warning", "error"]);

/** What handbook.yml says of one rule of the checker. */
const ruleSettingSchema = advised(
  z.union([
    severity,
    z.strictObject({ severity: severity.optional(), most: z.number().int().min(1).max(10_000).optional() }),
  ]),
  "`off`, `advice`, `warning` or `error`, or a map such as `{ severity: warning, most: 15 }`",
  "write one of them",
  { guess: guessWord(severity.options) },
);

/** What handbook.yml says of people and runs on published pages. */
const publishSchema = advised(
  z.strictObject({
    people: flag()
      .optional()
      .describe(
        "Whether published pages name people: who holds which role, who has which step, who changed a process; no when left out.",
      ),
    absences: flag()
      .optional()
      .describe(
        "Whether they tell who is away and when, which needs `people: true` as well; no when left out.",
      ),
    runs: flag()
      .optional()
      .describe(
        "Whether they show runs: titles, dates, what is late and how long things took; no when left out.",
      ),
  }),
  "`people:`, `absences:` and `runs:`, each `true` or `false`",
  "write `publish: { people: true, runs: true }`",
);

/** What handbook.yml says of how the bot takes part in changes of the handbook itself. */
const changesSchema = advised(
  z.strictObject({
    drafts: flag()
      .optional()
      .describe(
        "Whether the bot writes what somebody proposes into the handbook's files, on a branch of its own, and opens a pull request; it needs to be allowed to write files. No when left out.",
      ),
    ownerApproval: flag()
      .optional()
      .describe(
        "Whether the check of a pull request waits until somebody who looks after the process has agreed to a change of what people do; no when left out.",
      ),
    readAgain: flag()
      .optional()
      .describe(
        "Whether everybody whose work a merged change makes other is asked to read what changed, and whoever looks after a process to look it through when `reviewEvery` is over; no when left out.",
      ),
  }),
  "`drafts:`, `ownerApproval:` and `readAgain:`, each `true` or `false`",
  "write `changes: { drafts: true }`",
);

const brandFile = (endings: string) =>
  advised(
    z.string().regex(new RegExp(`^[a-zA-Z0-9][\\w-]{0,63}(?:\\.[\\w-]{1,32})?\\.(?:${endings})$`)),
    `the name of a file beside handbook.yml that ends in ${endings
      .split("|")
      .map((ending) => `\`.${ending}\``)
      .join(", ")}`,
    "put the file into the handbook's folder and write its name alone",
  );

/** What handbook.yml says of how the pages look. */
const themeSchema = advised(
  z.strictObject({
    accent: advised(
      z.string().refine(isHexColour),
      'a colour in quotes, such as `"#0d5c66"`',
      "write `#` and six digits or letters from a to f, in quotes",
    )
      .optional()
      .describe("Colour of links and buttons. On dark pages it is made as light as it has to be."),
    logo: brandFile("svg|png|webp")
      .optional()
      .describe("Picture in front of the title; a file beside handbook.yml."),
    favicon: brandFile("svg|png|ico")
      .optional()
      .describe("Picture in the browser's tab; a file beside handbook.yml."),
    stylesheet: brandFile("css")
      .optional()
      .describe(
        "Style sheet that comes after ours; a file beside handbook.yml. It loads nothing from other hosts.",
      ),
  }),
  "`accent:`, `logo:`, `favicon:` and `stylesheet:`, each on a line of its own",
  'write `theme: { accent: "#0d5c66", logo: logo.svg }`',
);

/** handbook.yml as a whole. */
export const handbookSchema = z.strictObject({
  title: line(100).describe("Title of the handbook."),
  language: choice(["en"]).optional().describe("Language of the texts of site and bot; `en` when left out."),
  timeZone: timeZoneName().optional().describe("Time zone of due moments and of today; UTC when left out."),
  repository: advised(
    z.string().regex(/^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/),
    "a repository as `owner/name`",
    "write where runs are opened",
  )
    .optional()
    .describe("Where runs are opened; the repository the handbook is in when left out."),
  site: advised(
    z.url({ protocol: /^https?$/ }).refine(isSafeLink),
    "a web address",
    "write the address the handbook is published at",
  )
    .optional()
    .describe("Address of the published handbook, for links in issues."),
  calendar: calendarSchema.optional().describe("What decides whether a day is a business day."),
  dueTime: advised(
    z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    'a time in quotes, such as `"17:00"`',
    "write hours and minutes in quotes",
  )
    .optional()
    .describe("The moment of a due date, in `timeZone`; 17:00 when left out."),
  dayStart: advised(
    z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    'a time in quotes, such as `"09:00"`',
    "write hours and minutes in quotes",
  )
    .optional()
    .describe(
      "When a business day begins, in `timeZone`: reminders that count days, and what is said of late steps, are said from then on; 09:00 when left out.",
    ),
  reminders: oneOrMore(
    quantity(["h", "d", "bd"], "a time before the due date, such as `2bd`", "add the unit"),
    "a time before the due date such as `2bd`, or a list of at most two",
    2,
  )
    .optional()
    .describe(
      "When to remind, before the due date; two business days and one when left out. Never said on a day off.",
    ),
  escalateAfter: oneOrMore(
    quantity(["h", "d", "bd"], "a time such as `1bd`", "add the unit"),
    "a time such as `1bd`, or a list of at most two",
    2,
  )
    .optional()
    .describe(
      "Late this long, the accountable person is told, and after the second time the starter; one business day and three when left out. Every fifth business day after that, both are told again.",
    ),
  confirm: choice(["always", "on-warnings", "never"])
    .optional()
    .describe("Whether a start waits for /go; `on-warnings` when left out."),
  approvals: choice(["locked", "open"])
    .optional()
    .describe(
      "Who may skip an approval: with `locked` only whoever answers for it, with a reason, and it is shown as not approved; with `open` the same people as any other step. `locked` when left out.",
    ),
  starterApproves: flag()
    .optional()
    .describe(
      "Whether whoever started a run may approve work of others in it; yes when left out. It counts where `approvals` is `locked`.",
    ),
  publish: publishSchema
    .optional()
    .describe("What published pages show of people and runs; nothing when left out."),
  changes: changesSchema
    .optional()
    .describe(
      "How the bot takes part in changes of this handbook; it only tells what they mean when left out.",
    ),
  learning: choice(["proposals", "off"])
    .optional()
    .describe(
      "Whether the bot opens a pull request, on the first business day of a month, with what past runs suggest to change; `off` when left out.",
    ),
  theme: themeSchema.optional().describe("How the pages look like yours."),
  areas: advised(
    z.record(idKey(), line(60)),
    "a map of folder names to headings",
    "write `areas: { content: Content }`",
  )
    .optional()
    .describe("Folder name and heading of each area, in menu order."),
  glossary: advised(
    z.record(line(60), line(300)),
    "a map of words to what they mean",
    'write `glossary: { brief: "What is wanted, on half a page." }`',
  )
    .optional()
    .describe(
      "Words of your own house and what they mean. They stand in the glossary, and texts lead to it where they first use one.",
    ),
  synonyms: advised(
    z.record(line(60), oneOrMore(line(60), "a word, or a list of at most 20 of them", 20)),
    "a map of words to other words for the same",
    "write `synonyms: { newsletter: [customer letter, Kundenbrief] }`",
  )
    .optional()
    .describe(
      "Words of the handbook, and other words that people look for the same with, in any language. The search brings many of marketing along and takes each of these for the same too.",
    ),
  rules: advised(
    z.record(idKey(), ruleSettingSchema),
    "a map of problem ids to `off`, `advice`, `warning`, `error`, or to a map with `severity` and `most`",
    "write `rules: { unused-role: off, many-steps: { most: 15 } }`",
  )
    .optional()
    .describe("How much each problem matters in this handbook, and the limits of rules that have one."),
});

export type HandbookShape = z.output<typeof handbookSchema>;
