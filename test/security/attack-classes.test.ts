import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Where a class is tried: a file below `test/`, and words of the test or the case in it. */
type Tried = readonly [file: string, words: string];
type AttackClass = readonly [number: number, name: string, ...tried: Tried[]];

/** The ways in which this kind of program is attacked or has an accident, and by which tests each is held off. */
const classes: readonly AttackClass[] = [
  [
    1,
    "a forged marker in a text",
    ["bot/notes.test.ts", "no approval comes of it, whatever a writer puts into the copy"],
    ["bot/action-notes.test.ts", "a writer who edits an approval into the notes gets nothing"],
    ["bot/seal.test.ts", "signed with another key"],
  ],
  [
    2,
    "a text that is edited after the start",
    ["bot/run.test.ts", "an edit of the start form is shown and not obeyed"],
    ["core/run/rights/past-the-approvers.test.ts", "is asked for by what the bot wrote"],
  ],
  [
    3,
    "commands by people from outside",
    ["bot/gates.test.ts", "A3-3"],
    ["core/run/rights/table.test.ts", "with approvals: %s"],
    ["bot/put-back.test.ts", "%s, by a %s: %s"],
    ["core/run/app-comments.test.ts", "what an app writes is no command, although its login has the part"],
  ],
  [
    4,
    "an approval of one's own work",
    ["bot/gates.test.ts", "A3-4: the author of judged work"],
    ["core/run/rights/never-own-work.test.ts", "never end its approval by anything they do"],
    ["core/run/rights/accounts.test.ts", "cannot approve it under another name"],
    ["core/run/rights/past-the-approvers.test.ts", "a decision that an approval hangs on"],
    ["core/run/rights/past-the-approvers.test.ts", "what was written into a step added before an approval"],
    ["core/run/rights/past-the-approvers.test.ts", "gives their part to nobody else, and gets no other one"],
    ["core/run/rights/past-the-approvers.test.ts", "for somebody who is away agrees for nobody else"],
    ["core/run/rights/past-the-approvers.test.ts", "an approver who took the work over and takes that back"],
    ["core/run/rights/past-the-approvers.test.ts", "a value that an approval hangs on"],
    ["core/run/upgrade.test.ts", "a newer text that changes an approval still to be given"],
    ["bot/past-the-approvers.test.ts", "that another account has taken over since gives no approval"],
    ["bot/past-the-approvers.test.ts", "changed before the bot looked is asked for again"],
    ["bot/past-the-approvers.test.ts", "that was changed after both had approved, before the bot looked"],
    ["bot/past-the-approvers.test.ts", "deleted by an admin, the approval is made anew"],
    ["bot/past-the-approvers.test.ts", "taken over nor closed by whoever did the judged work"],
    ["bot/past-the-approvers.test.ts", "two bots at once, on two approvals and a change of the text"],
    ["bot/child-text.test.ts", "changed after the approval, is asked about again"],
    ["bot/child-gate.test.ts", "is ended neither in itself nor from above by whoever did the judged work"],
    ["core/run/rights/past-the-approvers.test.ts", "login that another account has taken over"],
  ],
  [
    5,
    "mentions by others than the bot",
    ["core/run/properties.test.ts", "may be mentioned only when it is their turn or they asked"],
    ["core/run/properties.test.ts", "is repeated where people see it, and mentions nobody"],
    ["core/text/markdown.test.ts", "nothing live is left"],
  ],
  [
    6,
    "Markdown and HTML in what is typed",
    ["core/text/markdown.test.ts", "whatever is typed is shown as exactly that text"],
    ["core/text/markdown.test.ts", "a quotation keeps its lines and cannot end itself"],
  ],
  [
    7,
    "characters that do not show or turn a text round",
    ["security/invisible-characters.test.ts", "makes no command of what does not look like one"],
    ["security/invisible-characters.test.ts", "is shown nowhere that the bot repeats"],
    ["fixtures/hostile/characters.ts", "invisible-character"],
  ],
  [8, "programs in a process file", ["core/definition/hostile.test.ts", "a hostile file"]],
  [
    9,
    "a pull request from a fork",
    ["bot/action.test.ts", "a pull request from a fork is told by the job, which may only read"],
    ["bot/action.test.ts", "is read, told with its place, and never run"],
  ],
  [
    10,
    "a diagram that runs or loads something",
    ["site/diagram/flow.test.ts", "is drawn without styles, scripts or addresses"],
    ["site/diagram/flow.test.ts", "stays harmless"],
    ["site/diagram/flow.test.ts", "brings no element or attribute of its own"],
    ["core/diagram/mermaid.test.ts", "stays a title in a flowchart"],
  ],
  [11, "YAML without end", ["fixtures/hostile/yaml.ts", "a billion laughs"]],
  [
    12,
    "a pattern that takes forever",
    ["core/run/commands/parse-commands.test.ts", "A3-12"],
    ["core/run/work-text.test.ts", "A3-12"],
  ],
  [
    13,
    "a text that becomes part of a command",
    ["workflows.test.ts", "puts nothing that people type into a command"],
  ],
  [14, "a token that may too much", ["workflows.test.ts", "has no permission but those a job asks for"]],
  [15, "a webhook that GitHub did not send", ["bot/server/server.test.ts", "signatures (15)"]],
  [
    16,
    "a name that is a part of every object",
    ["core/run/odd-ids.test.ts", "constructor"],
    ["core/run/ledger/stored-ledger.test.ts", "no prototype is touched"],
  ],
  [
    17,
    "a script in a title",
    ["browser/every-page.test.ts", "a script in a title does not run in the search either"],
  ],
  [18, "a path out of the handbook", ["fixtures/hostile/names.ts", "../"]],
  [19, "a link that runs a script", ["core/definition/safe-link.test.ts", "may stand in a handbook"]],
  [
    20,
    "what others publish",
    ["workflows.test.ts", "pins every action to a commit"],
    ["lock-file.test.ts", "has one exact version"],
    ["package/package.test.ts", "runs no script when it is installed"],
  ],
  [
    21,
    "request targets that are no URL",
    ["bot/server/server.test.ts", "request targets that are no URL (21)"],
    ["bot/local-world.test.ts", "GET //"],
  ],
  [22, "bodies without end", ["bot/server/server.test.ts", "bodies without end (22)"]],
  [23, "slow bodies", ["bot/server/server.test.ts", "slow bodies are ended (23)"]],
  [
    24,
    "poison comments",
    ["bot/gates.test.ts", "A3b-24"],
    ["bot/read-people.test.ts", "A3b-24"],
    ["core/run/longest-words.test.ts", "the longest that GitHub takes behind a command and below it"],
    ["bot/many-comments.test.ts", "300 comments of a visitor, all read at once"],
    ["bot/long-run.test.ts", "a run of 100 tasks, 200 departures"],
    ["core/run/many-facts.test.ts", "no look takes in more than so many facts"],
  ],
  [
    25,
    "a full ledger",
    ["bot/notes.test.ts", "A3b-25"],
    ["core/run/large-run.test.ts", "what has no room any more is refused in words"],
    [
      "core/run/longest-words.test.ts",
      "notes of 2,000 characters for whoever is next leave room for the end",
    ],
  ],
  [
    26,
    "one bad run",
    ["bot/notes.test.ts", "the run is left alone and told so once, and all others go on"],
    ["bot/odd-repositories.test.ts", "stops no other, and is told as a failure"],
  ],
  [
    27,
    "whoever looks like the bot",
    ["bot/notes.test.ts", "a person with the App's name is a person"],
    ["bot/notes.test.ts", "of another workflow with the same account"],
    ["bot/action-notes.test.ts", "only the key tells"],
    ["bot/action-notes.test.ts", "and it cannot sign with a key of its own"],
  ],
  [
    28,
    "numbers of other repositories",
    ["bot/notes.test.ts", "a sub-issue of another repository is never written to"],
  ],
  [
    29,
    "notes moved to another issue",
    ["bot/notes.test.ts", "copied to another issue by another workflow: no steps are made of them"],
    ["bot/notes.test.ts", "transferred with their issue: nothing is made anew"],
  ],
  [
    30,
    "what is published",
    ["site/output/publish.test.ts", "every written file keeps to it"],
    ["site/data/shown-data.test.ts", "A3b-30"],
  ],
  [31, "answers as amplifier", ["bot/gates.test.ts", "A3b-31"]],
  [
    32,
    "files for spreadsheets and calendars",
    ["core/export/export.test.ts", "with an apostrophe before what would be a formula"],
    ["scripts/plan-files.test.ts", "is made of lines that end in CRLF"],
  ],
  [
    33,
    "output of terminals and workflows",
    ["scripts/check.test.ts", "a workflow command keeps to one line"],
    ["fixtures/hostile/characters.ts", "a colour for the terminal, as it is"],
  ],
  [34, "the local GitHub from a web page", ["sandbox/pages.test.ts", "a foreign host name is turned away"]],
  [
    35,
    "odd files in a handbook",
    ["scripts/check.test.ts", "links are not followed, and what is not read is told"],
  ],
  [
    36,
    "absurd dates and rules",
    ["fixtures/hostile/values.ts", "FREQ=SECONDLY"],
    ["core/run/change-warnings.test.ts", "a year that cannot be meant"],
    ["core/run/start-date.test.ts", "is answered with a word, and nothing is made"],
    ["bot/dated-by-hand.test.ts", "that cannot be meant"],
  ],
  [
    37,
    "a check that passes for what nobody agreed to",
    ["bot/agreement.test.ts", "and to nothing that somebody else pushes after"],
    ["bot/agreement.test.ts", "an agreement to one commit is none to an older one"],
    ["bot/agreement.test.ts", "when GitHub points it there by itself since its branch is merged and gone"],
    ["bot/shared-commit.test.ts", "also when one that was light is pointed at a branch where it is not"],
    [
      "bot/shared-commit.test.ts",
      "a look that began before the other was opened does not have the last word",
    ],
    ["bot/shared-commit.test.ts", "where somebody lost the role after the branch had parted"],
    ["core/note-line.test.ts", "nothing that people type becomes one, however the bot repeats it"],
  ],
];

test("all classes are in the list, each once and with something that tries it", () => {
  expect(classes.map(([number]) => number)).toEqual(Array.from({ length: 37 }, (_, index) => index + 1));
  expect(classes.filter(([, , ...tried]) => tried.length === 0)).toEqual([]);
});

describe.each(classes)("%i: %s", (_number, _name, ...tests) => {
  test.each(tests)("is tried by %s, %s", (file, words) => {
    const text = readFileSync(`test/${file}`, "utf8");
    // In a name or a case of a test that runs: not in a comment, and not in what is left out for now.
    const lines = text.split("\n").filter((line) => line.includes(String(words)));
    expect(lines.filter((line) => /["'`]/.test(line) && !/^\s*(?:\/\/|\/?\*)/.test(line))).not.toEqual([]);
    expect(text).not.toMatch(/\b(?:test|describe|it)\.(?:skip|todo|fails|only)\b/);
  });
});
