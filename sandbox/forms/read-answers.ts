import type { Answers, IssueForm, Question } from "./issue-form.ts";

/** Answers from a submitted form; values that are no option of their question are left out. */
export function readAnswers(form: IssueForm, submitted: URLSearchParams): Answers {
  return new Map(
    questionsOf(form).map((question) => {
      const values = submitted.getAll(fieldName(question));
      switch (question.kind) {
        case "checkboxes":
          return [
            question.id,
            question.options.map(({ label }) => label).filter((label) => values.includes(label)),
          ];
        case "dropdown": {
          const chosen = question.options.filter((option) => values.includes(option));
          return [question.id, question.multiple ? chosen : chosen.slice(0, 1)];
        }
        default:
          return [question.id, values.slice(0, 1)];
      }
    }),
  );
}

/**
 * What the form holds when it is opened: its own defaults, and texts from the address.
 * Only text fields are prefilled that way, as documented:
 * https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
 */
export function prefilledAnswers(form: IssueForm, query: URLSearchParams): Answers {
  return new Map(
    questionsOf(form).map((question) => {
      if (question.kind === "checkboxes") return [question.id, []];
      if (question.kind === "dropdown") {
        const chosen = question.default === null ? undefined : question.options[question.default];
        return [question.id, chosen === undefined ? [] : [chosen]];
      }
      return [question.id, [query.get(question.id) ?? question.value]];
    }),
  );
}

/** What is still missing, by question id; empty when the form may be submitted. */
export function missingAnswers(form: IssueForm, answers: Answers): Map<string, string> {
  const missing = new Map<string, string>();
  for (const question of questionsOf(form)) {
    const given = answers.get(question.id) ?? [];
    if (question.kind === "checkboxes") {
      const unticked = question.options.filter(({ label, required }) => required && !given.includes(label));
      if (unticked.length > 0)
        missing.set(question.id, `Tick: ${unticked.map(({ label }) => label).join(", ")}`);
      else if (question.required && given.length === 0) missing.set(question.id, "Tick at least one box.");
    } else if (question.required && given.every((value) => value.trim() === ""))
      missing.set(question.id, question.kind === "dropdown" ? "Choose an option." : "Fill in this field.");
  }
  return missing;
}

/** The name of the question's field in HTML; prefixed, so that an id can never collide with the form's own fields. */
export function fieldName(question: Question): string {
  return `answer-${question.id}`;
}

const questionsOf = (form: IssueForm): Question[] =>
  form.body.filter((element) => element.kind !== "markdown");
