import { type CivilDate, datesMeant, parseCivilDate } from "../calendar/index.ts";
import {
  answerPlaces,
  isLogin,
  itemsOf,
  listProblem,
  type ProcessDefinition,
  peopleNamedIn,
  type Role,
  type RoleId,
} from "../definition/index.ts";
import { type Markdown, text } from "../text/index.ts";
import { type FormField, formFields } from "./form-fields.ts";
import { splitFormBody } from "./split-form-body.ts";

/** The bot's notes on a run hold its answers, and a comment on GitHub holds 65,536 characters. */
const longestAnswer = 4000;
const longestAnswers = 8000;

/** What somebody asked for in a start form. */
export interface StartRequest {
  readonly anchorDate: CivilDate;
  /** Answers by field id, as they were typed; fields without an answer have no entry, but an empty one where they are lists, or a step asks whether they are filled in or has the answer in its title, inputs or outputs. */
  readonly answers: ReadonlyMap<string, string>;
  /** People named for a role in this run only, by login. */
  readonly peopleByRole: ReadonlyMap<RoleId, readonly string[]>;
}

/** A start form that can be used, or sentences that say what is wrong with it. */
export type StartFormReading =
  | { readonly ok: true; readonly request: StartRequest }
  | { readonly ok: false; readonly problems: readonly Markdown[] };

/** The process an issue body asks to start; nothing when it was not made from a start form. */
export function readProcessId(body: string): string | undefined {
  const answer = splitFormBody(body, [text.form.processLabel]).get(text.form.processLabel);
  return answer?.split("\n", 1)[0]?.trim() || undefined;
}

/** The anchor date an issue body names for a process; nothing when it names none, or one that may be two days. */
export function readAnchorDate(body: string, { anchor }: ProcessDefinition): CivilDate | undefined {
  return dayMeant(splitFormBody(body, [anchor]).get(anchor)?.split("\n", 1)[0]?.trim() ?? "");
}

/** Reads the body of a start issue against the process it names. Never throws; every problem is told at once. */
export function readStartForm(
  body: string,
  definition: ProcessDefinition,
  roles: ReadonlyMap<RoleId, Pick<Role, "title">>,
): StartFormReading {
  const fields = formFields(definition);
  const typed = splitFormBody(
    body,
    fields.map(({ label }) => label),
  );
  const problems: Markdown[] = [];
  const answers = new Map<string, string>();
  for (const field of fields) {
    // GitHub fills a default into a field that is shown; who leaves it empty, or starts by the API, means it too.
    const answer = typed.get(field.label) || (field.id === "process" ? "" : (field.default ?? ""));
    if (answer === "") {
      if (field.required) problems.push(text.form.missing(field.label));
      continue;
    }
    if (answer.length > longestAnswer && field.type !== "list") {
      problems.push(text.start.tooLong(field.label, answer.length, longestAnswer));
      continue;
    }
    const read = readAnswer(field, answer);
    if (read.problem !== undefined) problems.push(read.problem);
    else answers.set(field.id, read.value);
  }
  const length = [...answers.values()].reduce((sum, answer) => sum + answer.length, 0);
  if (length > longestAnswers) problems.push(text.start.allTooLong(length, longestAnswers));
  const people = readPeople(answers.get("people") ?? "", roles, rolesIn(definition));
  problems.push(...people.problems);
  const named = peopleNamedIn(answers, definition);
  for (const [role, logins] of named) {
    const other = people.peopleByRole.get(role);
    if (other !== undefined && !isSameList(other, logins))
      problems.push(text.form.namedTwice(roles.get(role)?.title ?? role, logins, other));
  }
  const anchorDate = parseCivilDate(answers.get("anchor-date") ?? "");
  if (problems.length > 0 || anchorDate === undefined) return { ok: false, problems };
  for (const id of alwaysAnswered(definition)) if (!answers.has(id)) answers.set(id, "");
  for (const reserved of ["process", "anchor-date", "people"]) answers.delete(reserved);
  return {
    ok: true,
    request: { anchorDate, answers, peopleByRole: new Map([...named, ...people.peopleByRole]) },
  };
}

/** Lists, and questions of which a step asks whether they were filled in or has the answer in its texts: that they were left empty is an answer as well. */
function alwaysAnswered({ ask, steps }: ProcessDefinition): string[] {
  const conditions = steps.flatMap(({ when }) => when).filter(({ test }) => test.kind === "filled");
  const texts = steps.flatMap(({ title, inputs, outputs }) => [
    title,
    ...inputs.map(({ what }) => what),
    ...outputs,
  ]);
  const named = new Set([
    ...conditions.map(({ subject }) => subject),
    ...texts.flatMap(answerPlaces).map(({ field }) => field),
  ]);
  return ask.flatMap(({ id, type }) => (type === "list" || named.has(id) ? [id] : []));
}

type Answer = { readonly value: string; readonly problem?: undefined } | { readonly problem: Markdown };

function readAnswer(field: FormField, answer: string): Answer {
  switch (field.type) {
    case "date":
      return readDay(field.label, answer);
    case "number":
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(answer)
        ? { value: answer }
        : { problem: text.form.wrongNumber(field.label, answer) };
    case "person": {
      const login = answer.replace(/^@/, "");
      return isLogin(login) ? { value: login } : { problem: text.form.wrongPerson(field.label, answer) };
    }
    case "choice":
    case "yes-no": {
      const choices = field.type === "yes-no" ? ["yes", "no"] : field.options;
      const choice = choices.find((option) => option.toLowerCase() === answer.toLowerCase());
      return choice === undefined
        ? { problem: text.form.wrongChoice(field.label, answer, choices) }
        : { value: choice };
    }
    case "list": {
      const items = itemsOf(answer);
      const wrong = listProblem(items);
      return wrong ? { problem: text.form.wrongList(field.label, wrong) } : { value: items.join("\n") };
    }
    case "text":
    case "long-text":
      return { value: answer };
  }
}

/** A day as commands understand it too; the answer is the ISO date, however it was typed. */
function readDay(label: string, answer: string): Answer {
  const [date, other] = datesMeant(answer);
  if (date === undefined)
    return {
      problem: /^\d{4}-\d{2}-\d{2}$/.test(answer)
        ? text.form.noSuchDate(label, answer)
        : text.form.wrongDate(label, answer),
    };
  return other === undefined
    ? { value: date }
    : { problem: text.form.whichDate(label, answer, [date, other]) };
}

/** The one day a text means; nothing when it means none, or may mean two. */
function dayMeant(answer: string): CivilDate | undefined {
  const [date, other] = datesMeant(answer);
  return other === undefined ? date : undefined;
}

/** The roles that somebody has to take in a process. */
function rolesIn({ steps, processOwner }: ProcessDefinition): RoleId[] {
  const inCharge = steps.flatMap((step) => [...step.roles, ...step.approvers, step.accountable]);
  return [...new Set([...inCharge, processOwner])];
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return (
    one.map((login) => login.toLowerCase()).join(" ") === other.map((login) => login.toLowerCase()).join(" ")
  );
}

/** Reads lines such as `blog-author: @login`; a role may also be written by its title, `Blog author: @login`. */
function readPeople(
  answer: string,
  roles: ReadonlyMap<RoleId, Pick<Role, "title">>,
  suggested: readonly RoleId[],
): { peopleByRole: Map<RoleId, string[]>; problems: Markdown[] } {
  const peopleByRole = new Map<RoleId, string[]>();
  const problems: Markdown[] = [];
  for (const line of answer.split("\n").map((text) => text.trim())) {
    if (line === "") continue;
    const [written = "", names = ""] = line.split(":", 2).map((part) => part.trim());
    const role = roleWritten(written, roles, suggested);
    const logins = names
      .split(/[\s,]+/)
      .filter((name) => name !== "")
      .map((name) => name.replace(/^@/, ""));
    const meant = line.includes(":") ? undefined : withColon(line, roles);
    if (meant !== undefined) problems.push(text.form.colonMissing(line, meant));
    else if (!roles.has(role)) problems.push(text.form.unknownRole(written, suggested));
    else if (logins.length === 0) problems.push(text.form.roleWithoutPerson(role));
    else if (!logins.every(isLogin)) problems.push(text.form.wrongPerson(role, names));
    else peopleByRole.set(role, logins);
  }
  return { peopleByRole, problems };
}

/** The role that words name: by its id, by its title, or by its id with blanks; of two with one title the one this process has. */
function roleWritten(
  words: string,
  roles: ReadonlyMap<RoleId, Pick<Role, "title">>,
  suggested: readonly RoleId[],
): RoleId {
  const id = idWritten(words);
  if (roles.has(id)) return id;
  const titled = [...roles].filter(([, { title }]) => plainWords(title) === plainWords(words));
  const [own] = titled.filter(([role]) => suggested.includes(role));
  return (own ?? titled[0])?.[0] ?? id;
}

function idWritten(words: string): RoleId {
  return words.toLowerCase().replace(/\s+/g, "-");
}

function plainWords(words: string): string {
  return words.toLowerCase().replace(/\s+/g, " ").trim();
}

/** A line such as `blog-author @login` as it was meant; nothing when it does not begin with a role. */
function withColon(line: string, roles: ReadonlyMap<RoleId, Pick<Role, "title">>): string | undefined {
  const words = line.replace(/\s+/g, " ");
  const names = [...roles].flatMap(([id, { title }]) => [id, idWritten(title)]);
  const role = names
    .filter((name) => idWritten(words).startsWith(`${name}-`))
    .reduce((longest, id) => (id.length > longest.length ? id : longest), "");
  if (role === "") return undefined;
  return `${roles.has(role) ? role : words.slice(0, role.length)}: ${words.slice(role.length + 1)}`;
}
