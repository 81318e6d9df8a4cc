import { nameOf } from "../definition/index.ts";
import { editProcess } from "../edit/index.ts";
import { readNoteLine, writeNoteLine } from "../note-line.ts";
import { joinMarkdown, type Markdown, text } from "../text/index.ts";
import { mistakeOf } from "./mistake-of.ts";
import type { ObservedProposal } from "./observed-proposal.ts";
import { writeProposedBy } from "./proposed-by.ts";
import { isProposalBody, type ProposalRequest, readProposal } from "./read-proposal.ts";
import { wishOfProposal } from "./wish-of-proposal.ts";
import { proposalLabel } from "./write-proposal-form.ts";

/** The branch on which the bot writes what an issue proposes. */
export function proposalBranch(issue: number): string {
  return `handrail/proposal-${issue}`;
}

const answerKind = "proposal";

/** Whether a comment is the bot's answer to a proposal. It counts only in what the bot wrote. */
export function isProposalAnswer(body: string): boolean {
  return readNoteLine(answerKind, body) === "";
}

/** One thing to be written for a proposal. */
export type ProposalChange =
  | {
      readonly kind: "open-pull-request";
      readonly branch: string;
      readonly base: ObservedProposal["base"];
      /** Path in the repository of the file that changes, and its new text. */
      readonly path: string;
      readonly text: string;
      readonly message: string;
      readonly title: string;
      readonly body: string;
    }
  | { readonly kind: "answer"; readonly body: string }
  | { readonly kind: "edit-answer"; readonly id: number; readonly body: string }
  | { readonly kind: "delete-answer"; readonly id: number }
  | { readonly kind: "add-label"; readonly label: string };

const words = text.proposal;

/**
 * What is to be done about a proposal: a pull request where its wish can be written by itself and somebody of the team asks for
 * it, and one answer, kept up to date, that says what became of it. `isRefused` says that GitHub has just refused to let the bot
 * write files. Pure; once carried out and observed anew the next decision is empty. Nothing for an issue that is closed or
 * not made from the form.
 */
export function decideProposal(
  observed: ObservedProposal,
  { isRefused = false }: { readonly isRefused?: boolean } = {},
): ProposalChange[] {
  if (!observed.isOpen || !isProposalBody(observed.body)) return [];
  return [
    ...(observed.isLabelled ? [] : [{ kind: "add-label" as const, label: proposalLabel }]),
    ...whatBecomesOf(observed, isRefused),
    ...observed.twins.map(({ id }) => ({ kind: "delete-answer" as const, id })),
  ];
}

function whatBecomesOf(observed: ObservedProposal, isRefused: boolean): ProposalChange[] {
  if (observed.pull !== undefined) {
    const { number, isGivenUp } = observed.pull;
    return answer(observed, isGivenUp ? words.givenUp(number) : words.drafted(number));
  }
  const reading = readProposal(observed.body, observed.handbook.handbook);
  if (!reading.ok) return answer(observed, joinMarkdown(reading.problems, "\n\n"));
  const { request } = reading;
  const wish = wishOfProposal(request, observed.handbook.handbook);
  if (wish.kind === "problem") return answer(observed, wish.problem);
  if (wish.kind === "free") return answer(observed, words.filed(request.definition.title));
  const file = observed.texts.get(request.definition.path) ?? "";
  const edited = editProcess(file, wish.wish);
  if (!edited.ok) return answer(observed, words.notEdited(edited.message));
  if (edited.text === file)
    return answer(observed, words.alreadySo(request.step?.title ?? request.definition.title));
  const mistake = mistakeOf(observed.handbook, request.definition.path, edited.text);
  if (mistake !== undefined) return answer(observed, words.wouldBreak(mistake.message));
  if (!observed.handbook.handbook.config.changes.drafts)
    return answer(observed, words.draftsAreOff(request.definition.title));
  if (!observed.isByTeam && !observed.isDraftAsked)
    return answer(observed, words.waitsForDraft(observed.author.login));
  if (isRefused) return answer(observed, words.mayNotWrite);
  return [pullRequestOf(observed, request, edited.text)];
}

function answer(observed: ObservedProposal, said: Markdown): ProposalChange[] {
  const body = `${said.text}\n\n${writeNoteLine(answerKind)}`;
  if (observed.answer === undefined) return [{ kind: "answer", body }];
  const isSaid = observed.answer.body.replaceAll("\r\n", "\n").trim() === body.trim();
  return isSaid ? [] : [{ kind: "edit-answer", id: observed.answer.id, body }];
}

function pullRequestOf(
  observed: ObservedProposal,
  request: ProposalRequest,
  newText: string,
): ProposalChange {
  const { number, author, base, handbook } = observed;
  const { definition, step, kind, reason } = request;
  const title = words.pullTitle(definition.title, step?.title, kind);
  const said = words
    .pullBody(number, author.login, reason)
    .withNames((login) => nameOf(login, handbook.handbook.people));
  return {
    kind: "open-pull-request",
    branch: proposalBranch(number),
    base,
    path: handbook.root === "" ? definition.path : `${handbook.root}/${definition.path}`,
    text: newText,
    message: `${title}${coAuthor(author)}`,
    title,
    body: `${said.text}

${writeProposedBy(author.login)}`,
  };
}

/** The lines by which GitHub names somebody as co-author; nothing for an account that is gone. */
function coAuthor({ login, id }: ObservedProposal["author"]): string {
  return id === null ? "" : `\n\nCo-authored-by: ${login} <${id}+${login}@users.noreply.github.com>`;
}
