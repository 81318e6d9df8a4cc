/** An issue form of `.github/ISSUE_TEMPLATE/`, as https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms describes it. */
export interface IssueForm {
  /** The file's name, which addresses use: "start-blog-post.yml". */
  readonly file: string;
  readonly name: string;
  readonly description: string;
  /** Put into the title field beforehand. */
  readonly title: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly type: string | null;
  readonly body: readonly FormElement[];
}

export type FormElement = MarkdownElement | Question;
export type Question = TextQuestion | DropdownQuestion | CheckboxesQuestion;

export interface MarkdownElement {
  readonly kind: "markdown";
  readonly value: string;
}

interface QuestionBase {
  /** The key for prefilling by address; made up from the place in the form when the file gives none. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
}

export interface TextQuestion extends QuestionBase {
  readonly kind: "input" | "textarea";
  readonly placeholder: string;
  readonly value: string;
  /** The language of the code fence around the answer, or null. Only a textarea has one. */
  readonly render: string | null;
}

export interface DropdownQuestion extends QuestionBase {
  readonly kind: "dropdown";
  readonly options: readonly string[];
  readonly multiple: boolean;
  /** Index of the option chosen beforehand, or null. */
  readonly default: number | null;
}

export interface CheckboxesQuestion extends QuestionBase {
  readonly kind: "checkboxes";
  readonly options: readonly { readonly label: string; readonly required: boolean }[];
}

/** What somebody filled in: by question id, the texts, chosen options, or labels of ticked boxes. */
export type Answers = ReadonlyMap<string, readonly string[]>;
