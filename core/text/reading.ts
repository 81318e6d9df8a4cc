import type { CivilDate } from "../calendar/index.ts";
import { longDate } from "./format-date.ts";
import { issueLink, joinMarkdown, link, type Markdown, md, mention, ours } from "./markdown.ts";
import { count, listInWords } from "./plural.ts";
import { namesOf, wordsOf } from "./word-lists.ts";

/** What is asked of people who should read again. Arguments are plain text and are escaped here. */
export const reading = {
  /** The title of an issue is shown as it is. */
  title: (processes: readonly string[]) =>
    `Please read: what changed in ${processes.length > 2 ? `${processes.length} processes` : listInWords(processes)}`.slice(
      0,
      200,
    ),
  opening: (login: string, pull: number): Markdown =>
    md`${mention(login)}, part of your work has changed with ${issueLink(pull)}. This is all that is new in it:`,
  process: (title: string, sentences: readonly string[], url: string): Markdown =>
    md`### ${title}\n\n${joinMarkdown(
      sentences.map((sentence) => md`- ${sentence}`),
      "\n",
    )}\n\n${link("How it reads now", url)}`,
  processGone: (title: string): Markdown => md`### ${title}\n\n- This process is no longer in the handbook.`,
  more: (processes: number): Markdown => md`and ${count(processes, "more process", "more processes")}`,
  box: ours("- [ ] I have read it"),
  footer: ours(
    "<sub>Tick the box and this issue closes. Runs that are under way keep the text they began with. If something is wrong with it, say so here.</sub>",
  ),
  reviewTitle: (process: string) => `Please look through: ${process}`.slice(0, 200),
  reviewOpening: (readers: readonly string[], title: string, url: string, lastOn: CivilDate): Markdown =>
    md`${wordsOf(readers.slice(0, 3).map(mention), "or")}, nobody has changed or confirmed ${link(title, url)} since **${longDate(lastOn)}**, longer than it says itself. Is it still done like this, by these people, with these tools?`,
  stillRight: ours("- [ ] I have read it, and it is still right"),
  reviewFooter: ours(
    "<sub>Tick the box and this issue closes; that you have read it is kept here, and the text stays as it is. If something is wrong with it, change it: that counts too.</sub>",
  ),
  notYours: (editor: string, readers: readonly string[]): Markdown =>
    md`${mention(editor)}, this is for ${namesOf(readers)} to tick, so I have taken your tick off again.`,
  putBack: (editor: string): Markdown =>
    md`${mention(editor)}, I have put its text back: whoever ticks the box has to know that it is what they were asked to read. Say here what should be otherwise.`,
  unknown: ours(
    "Somebody has changed this text, and GitHub no longer has it as I wrote it, so I can no longer tell who was asked to read what. This issue stays open until somebody closes it, and says of nobody that they have read.",
  ),
  /** The label of such issues. */
  label: "handrail:reading",
};
