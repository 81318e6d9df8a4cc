interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** What an editor writes when somebody types the first word: steps of each kind, and a question of the start form. */
export const snippets: Readonly<Record<string, Snippet>> = {
  Step: inFrontMatter("step", "A step that somebody does", [
    ["id", "write-draft"],
    ["title", "Write the draft"],
    ["role", "blog-author"],
    ["due", "-10d"],
    ["effort", "4h"],
    ["output", "[The draft]"],
  ]),
  Approval: inFrontMatter("approval", "A step in which roles say yes or ask for changes", [
    ["id", "approve-draft"],
    ["title", "Approve the draft"],
    ["kind", "approval"],
    ["approvers", "[marketing-lead]"],
    ["due", "-5d"],
  ]),
  Decision: inFrontMatter("decision", "A step after which the way parts", [
    ["id", "choose-way"],
    ["title", "Choose the way"],
    ["kind", "decision"],
    ["role", "marketing-lead"],
    ["options", "[yes, no]"],
    ["due", "-5d"],
  ]),
  "Child process": inFrontMatter("child", "A step that starts another process", [
    ["id", "post"],
    ["title", "Publish the post"],
    ["kind", "process"],
    ["process", "publish-blog-post"],
    ["due", "0d"],
  ]),
  "Step at an hour": inFrontMatter("hour", "A step on a very day, at an hour", [
    ["id", "send"],
    ["title", "Send it to everybody"],
    ["role", "email-marketer"],
    ["due", "0d"],
    ["exact", "true"],
    ["at", '"10:30"'],
  ]),
  "Step from a second date": inFrontMatter(
    "from",
    "A step that counts from a date question of the start form",
    [
      ["id", "cut-branch"],
      ["title", "Cut the branch"],
      ["role", "release-lead"],
      ["from", "freeze"],
      ["due", "+1bd"],
    ],
  ),
  "Step for each": inFrontMatter("each", "A step for each item of a list question", [
    ["id", "invite"],
    ["title", "Invite the speaker"],
    ["role", "event-manager"],
    ["each", "speakers"],
    ["due", "-40d"],
  ]),
  "Step again and again": inFrontMatter("every", "A step at equal distances until a day", [
    ["id", "post"],
    ["title", "Post about it"],
    ["role", "social-media-manager"],
    ["due", "-8w..-1w"],
    ["every", "1w"],
  ]),
  "Step with results": withResult(
    inFrontMatter("collect", "A step in which a result is entered when it is done", [
      ["id", "settle-bills"],
      ["title", "Settle the bills"],
      ["role", "event-manager"],
      ["due", "+30d"],
    ]),
  ),
  "List question": inFrontMatter("list", "A question whose answer is one item a line, for steps with each", [
    ["id", "speakers"],
    ["label", "Speakers"],
    ["type", "list"],
    ["required", "true"],
  ]),
  "Date question": inFrontMatter("date", "A second date, which steps can count from", [
    ["id", "freeze"],
    ["label", "Code freeze"],
    ["type", "date"],
    ["required", "true"],
  ]),
  Question: inFrontMatter("question", "A question of the start form", [
    ["id", "topic"],
    ["label", "Topic"],
    ["type", "text"],
    ["required", "true"],
  ]),
};

/** A list entry of the front matter; the editor walks through its values one by one. */
function inFrontMatter(
  prefix: string,
  description: string,
  fields: readonly (readonly [key: string, value: string])[],
): Snippet {
  const body = fields.map(([key, value], index) => {
    const isFixed = key === "kind";
    const slot = isFixed ? value : `\${${index + 1}:${value}}`;
    return `${index === 0 ? "  - " : "    "}${key}: ${slot}`;
  });
  // Editors take front matter for YAML once they know MDX, and for a part of the file before.
  return { scope: "yaml,mdx,markdown", prefix, description, body };
}

/** The same step with a result below it: a closing brace would end a value that the editor walks through. */
function withResult(step: Snippet): Snippet {
  const result = [
    "    collect:",
    `      - id: \${5:cost}`,
    `        label: \${6:All bills together}`,
    `        type: \${7:money}`,
    `        currency: \${8:CHF}`,
  ];
  return { ...step, body: [...step.body, ...result] };
}
