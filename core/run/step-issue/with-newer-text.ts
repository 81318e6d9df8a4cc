import type { LedgerEntry } from "../ledger/ledger.ts";
import type { EarlierText, StepIssueFacts } from "./step-issue-facts.ts";
import { stepMarker } from "./step-marker.ts";
import { writtenTexts } from "./written-texts.ts";

type Upgraded = Extract<LedgerEntry, { kind: "upgraded" }>;

/**
 * The body of a step's issue brought to the text that its run was moved to: links lead to that text, and what the bot had written of the
 * earlier one gives its place to what stands there now, with the boxes ticked that were. Where people have changed those words, or the
 * earlier text is not at hand any more, they stay, and so does the commit in the body: the facts above then say where the newer text is.
 */
export function withNewerText(body: string, facts: StepIssueFacts, earlier: EarlierText | undefined): string {
  const { task, ledger, observed, handbook } = facts;
  const upgrades = ledger.entries.filter((entry): entry is Upgraded => entry.kind === "upgraded");
  const markerAt = (revision: string) => stepMarker(observed.run.number, task.step, revision);
  const first = upgrades.findIndex(({ from }) => body.includes(markerAt(from)));
  const since = first < 0 ? [] : upgrades.slice(first);
  const [oldest] = since;
  if (oldest === undefined || task.definition === undefined) return body;
  const isReworded = since.some(({ reworded }) => reworded.has(task.step));
  const isAtHand = earlier !== undefined && earlier.handbook.revision === oldest.from && since.length === 1;
  const swapped = !isReworded ? body : isAtHand ? withTexts(body, facts, earlier) : undefined;
  const linkTo = (revision: string) => `${observed.repository.url}/blob/${revision}/${handbook.root}/`;
  const linked = since.reduce(
    (text, { from, revision }) => text.replaceAll(linkTo(from), linkTo(revision)),
    swapped ?? body,
  );
  return swapped === undefined ? linked : linked.replace(markerAt(oldest.from), markerAt(ledger.revision));
}

/** The body with each text of ours in the place of what it was before; nothing where that does not stand there as we wrote it. */
function withTexts(body: string, facts: StepIssueFacts, earlier: EarlierText): string | undefined {
  const isWindows = body.includes("\r\n");
  const asThere = (text: string) => (isWindows ? text.replaceAll("\n", "\r\n") : text);
  const before = writtenTexts({ ...facts, ...earlier });
  const after = writtenTexts(facts);
  let current = body;
  let place = 0;
  for (const [index, text] of before.entries()) {
    const [was, is] = [asThere(text), asThere(after[index] ?? "")];
    if (was === "" && is === "") continue;
    // The signs of ticked boxes are as long as those of open ones.
    const at = was === "" ? place : unticked(current).indexOf(was);
    if (at < 0 || (was === "" && place === 0)) return undefined;
    const there = current.slice(at, at + was.length);
    const put = was === "" ? asThere(`\n\n${is}`) : withTicksOf(there, is);
    current = current.slice(0, at) + put + current.slice(at + was.length);
    place = at + put.length;
  }
  return current;
}

function unticked(text: string): string {
  return text.replace(/^([ \t]*[-*+] )\[[xX]\](?= )/gm, "$1[ ]");
}

function withTicksOf(there: string, text: string): string {
  const ticked = new Set(
    [...there.matchAll(/^[ \t]*[-*+] \[[xX]\] ([^\r\n]*)\r?$/gm)].map(([, words = ""]) => words.trim()),
  );
  return text.replace(
    /^([ \t]*[-*+] )\[ \] ([^\r\n]*)(\r?)$/gm,
    (line, sign: string, words: string, end: string) =>
      ticked.has(words.trim()) ? `${sign}[x] ${words}${end}` : line,
  );
}
