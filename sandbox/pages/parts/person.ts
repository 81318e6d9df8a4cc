import { type Html, html } from "../../http/html.ts";
import type { Account } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";

/** A small round picture; the name beside it says who, so the picture itself is decoration. */
export function avatar(account: Account, context: PageContext, size: "small" | "large" = "small"): Html {
  const pixels = size === "small" ? 20 : 40;
  const source = context.href(`/sandbox/avatars/${account.id}.svg`);
  return html`<img class="avatar avatar-${size}" src="${source}" alt="" width="${pixels}" height="${pixels}">`;
}

/** Somebody's login as a link to their page, bots marked as such. */
export function person(account: Account, context: PageContext): Html {
  const isBot = account.type === "Bot";
  const login = isBot ? account.login.replace("[bot]", "") : account.login;
  const target = context.href(isBot ? `/apps/${login}` : `/${login}`);
  return html`<a class="person" href="${target}">${login}</a>${isBot && html` <span class="tag">bot</span>`}`;
}
