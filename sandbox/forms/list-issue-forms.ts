import type { Commit } from "../state/types.ts";
import type { IssueForm } from "./issue-form.ts";
import { parseIssueForm } from "./parse-issue-form.ts";

const folder = ".github/ISSUE_TEMPLATE/";

export interface FoundForm {
  readonly file: string;
  /** The form, or a sentence about what is wrong with the file. */
  readonly form: IssueForm | string;
}

/** The issue forms of a commit, by file name; `config.yml` is no form. */
export function listIssueForms(commit: Commit): FoundForm[] {
  return [...commit.files]
    .filter(([path]) => isForm(path))
    .map(([path, source]) => {
      const file = path.slice(folder.length);
      return { file, form: parseIssueForm(file, source) };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The form in this file, a sentence about what is wrong with it, or undefined when there is no such file. */
export function findIssueForm(commit: Commit, file: string): IssueForm | string | undefined {
  const source = isForm(`${folder}${file}`) ? commit.files.get(`${folder}${file}`) : undefined;
  return source === undefined ? undefined : parseIssueForm(file, source);
}

const isForm = (path: string): boolean =>
  path.startsWith(folder) &&
  /^[^/]+\.ya?ml$/.test(path.slice(folder.length)) &&
  !/\/config\.ya?ml$/.test(path);
