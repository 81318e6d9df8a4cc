import { type Html, html } from "../../http/html.ts";
import { errorPage } from "../error-page.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { exactTime } from "../parts/when.ts";
import { answer } from "./deliveries-page.ts";

/** One delivery: what was sent, and what came back. */
export function deliveryPage(context: PageContext, id = ""): Page {
  const delivery = context.world.deliveries.list().find((candidate) => candidate.id === Number(id));
  if (delivery === undefined) return errorPage(404, "There is no delivery with this number.");
  const { event, action } = delivery;
  return {
    title: `Delivery of ${event}`,
    wide: true,
    main: html`<nav class="breadcrumb" aria-label="Back"><a href="${context.repo("/deliveries")}">Webhook deliveries</a></nav>
<h1>${event}${action !== null && `.${action}`}</h1>
<p>${answer(delivery)} <span class="muted">· sent ${exactTime(delivery.deliveredAt)} to ${delivery.url}</span></p>
<h2>Request</h2>${headers(delivery.headers)}
<pre class="code" tabindex="0">${JSON.stringify(JSON.parse(delivery.body), null, 2)}</pre>
<h2>Response</h2>${headers(delivery.answerHeaders)}
<pre class="code" tabindex="0">${delivery.answer ?? "(none)"}</pre>`,
  };
}

const headers = (values: Readonly<Record<string, string>>): Html =>
  html`<pre class="code" tabindex="0">${
    Object.entries(values)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\n") || "(none)"
  }</pre>`;
