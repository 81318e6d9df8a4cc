import { type Html, html } from "../http/html.ts";
import type { PageContext } from "./page-context.ts";
import { actorMenu } from "./parts/actor-menu.ts";
import { clockMenu } from "./parts/clock-menu.ts";

/** A whole page around `main`. */
export function layout(context: PageContext, title: string, main: Html, wide = false): string {
  const { world, href, repo } = context;
  const { repository } = world.state;
  const unread = world.state.notifications.filter(
    ({ recipient }) => recipient.id === context.viewer.id,
  ).length;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${repository.fullName} · local GitHub</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${href("/sandbox/style.css")}">
<link rel="stylesheet" href="${href("/sandbox/labels.css")}">
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="top">
<p class="banner"><strong>Not GitHub.</strong> This is a local stand-in to try things out: nothing leaves this
machine, and everything is forgotten when it stops.</p>
  <div class="top-row">
    <a class="repository" href="${repo("/issues")}"><span>${repository.owner.login}</span><span class="slash">/</span><strong>${repository.name}</strong></a>
    <div class="menus">${clockMenu(context)}${actorMenu(context)}</div>
  </div>
  <nav class="tabs" aria-label="Main">
    ${tab("Issues", repo("/issues"), isUnder(context, "issues"))}
    ${tab("Pull requests", repo("/pulls"), isUnder(context, "pull"))}
    ${tab(html`Notifications <span class="count">${unread}</span>`, href("/notifications"), context.url.pathname === "/notifications")}
    ${tab("Webhook deliveries", repo("/deliveries"), isUnder(context, "deliveries"))}
    ${world.nav.map((link) => html`<a class="tab" href="${link.href}">${link.title}</a>`)}
  </nav>
</header>
<main id="main"${wide && html` class="wide"`}>
${main}
</main>
</body>
</html>
`;
  return page.text;
}

const tab = (title: string | Html, target: string, isCurrent: boolean): Html =>
  html`<a class="tab" href="${target}"${isCurrent && html` aria-current="page"`}>${title}</a>`;

const isUnder = ({ world, url }: PageContext, section: string): boolean =>
  url.pathname.startsWith(`/${world.state.repository.fullName}/${section}`);
