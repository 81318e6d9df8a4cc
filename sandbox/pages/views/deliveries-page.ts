import { type Html, html } from "../../http/html.ts";
import { mayWrite } from "../../state/permissions.ts";
import type { Delivery } from "../../webhooks/deliveries.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { when } from "../parts/when.ts";

const shownDeliveries = 200;

/** The webhooks that were sent, newest first. */
export function deliveriesPage(context: PageContext): Page {
  const all = context.world.deliveries.list();
  const shown = all.slice(-shownDeliveries).reverse();
  return {
    title: "Webhook deliveries",
    wide: true,
    main: html`<h1>Webhook deliveries</h1>
<p class="muted">Signed messages to the App, one per attempt. GitHub never repeats a failed one by itself; you can, and it keeps its GUID.</p>
<section class="box" aria-label="Deliveries">${
      shown.length === 0
        ? html`<div class="empty"><p>Nothing was delivered yet.</p><p class="muted">Something has to happen to an issue, and somebody has to listen.</p></div>`
        : html`<div class="table-scroll" tabindex="0" role="region" aria-label="Table of deliveries"><table class="data">
<thead><tr><th scope="col">Event</th><th scope="col">Answer</th><th scope="col">Sent</th><th scope="col">Took</th><th scope="col">GUID</th><th scope="col"><span class="visually-hidden">Again</span></th></tr></thead>
<tbody>${shown.map((delivery) => row(delivery, context))}</tbody></table></div>`
    }</section>
${all.length > shown.length && html`<p class="muted">The newest ${shown.length} of ${all.length}.</p>`}`,
  };
}

function row(delivery: Delivery, context: PageContext): Html {
  const { event, action, guid, redelivery, durationSeconds, deliveredAt, id } = delivery;
  return html`<tr>
  <th scope="row"><a href="${context.repo(`/deliveries/${id}`)}">${event}${action !== null && `.${action}`}</a>${redelivery && html` <span class="tag">again</span>`}</th>
  <td>${answer(delivery)}</td><td>${when(deliveredAt, context)}</td><td>${Math.round(durationSeconds * 1000)} ms</td>
  <td><code title="${guid}">${guid.slice(0, 8)}</code></td>
  <td>${mayWrite(context.act) && html`<form method="post" action="${context.repo(`/deliveries/${id}/redeliver`)}"><button class="small">Redeliver</button></form>`}</td>
</tr>`;
}

/** The status with a word for it. */
export function answer({ statusCode, status }: Delivery): Html {
  const good = statusCode >= 200 && statusCode < 300;
  return html`<span class="${good ? "good" : "bad"}">${good ? "✓" : "✕"} ${statusCode || ""} ${status}</span>`;
}
