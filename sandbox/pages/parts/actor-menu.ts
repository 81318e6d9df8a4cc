import { type Html, html } from "../../http/html.ts";
import { permissionOf } from "../../state/permissions.ts";
import type { Account } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { avatar } from "./person.ts";

/** Who the visitor acts as, and a list of everybody else to become. */
export function actorMenu(context: PageContext): Html {
  const { world, viewer, href, url } = context;
  const people = [...world.state.accounts.values()].filter(({ type }) => type === "User");
  return html`<details class="menu" name="top-menu">
  <summary>${avatar(viewer, context)}<span>Acting as <strong>${viewer.login}</strong></span></summary>
  <form class="menu-body" method="post" action="${href("/sandbox/act-as")}">
    <input type="hidden" name="back" value="${href(`${url.pathname}${url.search}`)}">
    <p class="muted">Become somebody else. Everything you do here is done in their name.</p>
    <ul class="people">${people.map((account) => choice(account, context))}</ul>
  </form>
</details>`;
}

function choice(account: Account, context: PageContext): Html {
  const isViewer = account.id === context.viewer.id;
  const given = context.world.state.permissions.get(account.login.toLowerCase()) ?? "none";
  const permission = given === "none" ? "outside" : permissionOf(context.world.state, account);
  return html`<li><button class="person-choice" name="login" value="${account.login}"${isViewer && html` aria-current="true"`}>
    ${avatar(account, context, "large")}<span><strong>${account.login}</strong><br><span class="muted">${account.name} · ${permission}</span></span>
  </button></li>`;
}
