import type { Answers, IssueForm, Question } from "./issue-form.ts";

const noResponse = "_No response_";

/**
 * The body GitHub makes of a filled-in form: a heading per question and its answer below, in the form's order.
 * Markdown elements and ids do not appear. https://github.com/issue-ops/parser has such bodies as fixtures.
 * Line breaks within an answer stay as the browser sent them.
 */
export function renderIssueBody(form: Pick<IssueForm, "body">, answers: Answers): string {
  return form.body
    .filter((element) => element.kind !== "markdown")
    .map((question) => `### ${question.label}\n\n${renderAnswer(question, answers.get(question.id) ?? [])}`)
    .join("\n\n");
}

function renderAnswer(question: Question, given: readonly string[]): string {
  switch (question.kind) {
    case "checkboxes":
      return question.options
        .map(({ label }) => `- [${given.includes(label) ? "x" : " "}] ${label}`)
        .join("\n");
    case "dropdown":
      return given.length === 0 ? noResponse : given.join(", ");
    case "input":
    case "textarea": {
      const value = (given[0] ?? "").trim();
      if (value === "") return noResponse;
      return question.render === null ? value : `\`\`\`${question.render}\n${value}\n\`\`\``;
    }
  }
}
