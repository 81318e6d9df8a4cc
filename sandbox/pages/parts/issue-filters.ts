import { type Html, html } from "../../http/html.ts";
import type { PageContext } from "../page-context.ts";

/** A form that narrows the list of issues to an assignee or a label. */
export function issueFilters(context: PageContext): Html {
  const { state } = context.act;
  const query = context.url.searchParams;
  const people = [...state.accounts.values()].filter(({ type }) => type === "User").map(({ login }) => login);
  const labels = state.labels.map(({ name }) => name);
  return html`<form class="filters" method="get">
    <input type="hidden" name="state" value="${query.get("state") ?? "open"}">
    <label><span class="visually-hidden">Assignee</span>
      <select name="assignee">${options(people, query.get("assignee"), "Any assignee")}</select></label>
    <label><span class="visually-hidden">Label</span>
      <select name="label">${options(labels, query.get("label"), "Any label")}</select></label>
    <button>Filter</button>
  </form>`;
}

/** What the list is narrowed to at the moment, with a way out. */
export function activeFilters(context: PageContext): Html | false {
  const query = context.url.searchParams;
  const active = ["assignee", "author", "label"].flatMap((key) =>
    query.getAll(key).flatMap((value) => (value === "" ? [] : [`${key}: ${value}`])),
  );
  if (active.length === 0) return false;
  return html`<p class="muted">Only ${active.join(", ")} · <a href="${context.repo("/issues")}">show everything</a></p>`;
}

const options = (names: readonly string[], chosen: string | null, any: string): Html => html`
  <option value="">${any}</option>
  ${names.map((name) => html`<option${name === chosen && html` selected`}>${name}</option>`)}`;
