import { type Html, html } from "../../http/html.ts";
import type { PageContext } from "../page-context.ts";
import { exactTime } from "./when.ts";

/** The sandbox's time, and a form to move it; reminders and due dates follow at once. */
export function clockMenu(context: PageContext): Html {
  const now = context.world.clock.now();
  const { href, url } = context;
  return html`<details class="menu" name="top-menu">
  <summary><span aria-hidden="true">◷</span><span>${exactTime(now)}</span></summary>
  <form class="menu-body" method="post" action="${href("/sandbox/move-clock")}">
    <input type="hidden" name="back" value="${href(`${url.pathname}${url.search}`)}">
    <p class="muted">Move time on this machine's GitHub. Scheduled work, such as reminders, then runs at once.</p>
    <p class="button-row">
      <button name="add" value="1h">+1 hour</button>
      <button name="add" value="1d">+1 day</button>
      <button name="add" value="7d">+1 week</button>
    </p>
    <p><label for="clock-now">Or go to (UTC)</label>
      <input id="clock-now" type="datetime-local" name="now" value="${now.slice(0, 16)}"></p>
    <p><button class="primary">Set the time</button></p>
  </form>
</details>`;
}
