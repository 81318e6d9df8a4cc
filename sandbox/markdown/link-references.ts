import type { ElementContent } from "hast";
import type { References } from "./decorate.ts";
import { mentionPattern, referencePattern } from "./mention-pattern.ts";

const either = new RegExp(`${mentionPattern.source}|${referencePattern.source}`, "gi");

/** Splits a text at mentions of known people and `#n` of known issues, and links those. */
export function linkReferences(text: string, { state, urls }: References): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const match of text.matchAll(either)) {
    const [whole, login, number] = match;
    const href = login === undefined ? issueUrl(Number(number)) : accountUrl(login);
    if (href === undefined) continue;
    parts.push({ type: "text", value: text.slice(at, match.index) }, link(whole, href));
    at = match.index + whole.length;
  }
  return [...parts, { type: "text", value: text.slice(at) }];

  function accountUrl(login: string): string | undefined {
    const account = state.accounts.get(login.toLowerCase());
    return account === undefined ? undefined : urls.account(account);
  }

  function issueUrl(number: number): string | undefined {
    return state.issues.has(number) ? urls.issue(state.repository, number) : undefined;
  }
}

const link = (text: string, href: string): ElementContent => ({
  type: "element",
  tagName: "a",
  properties: { href, className: [text.startsWith("@") ? "user-mention" : "issue-link"] },
  children: [{ type: "text", value: text }],
});
