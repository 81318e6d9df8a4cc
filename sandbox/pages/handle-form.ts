import type { IncomingMessage, ServerResponse } from "node:http";
import { moveClock } from "../http/move-clock.ts";
import type { World } from "../world.ts";
import { errorPage } from "./error-page.ts";
import type { Page } from "./page.ts";
import { actorCookie, createPageContext, type PageContext } from "./page-context.ts";
import { sendPage } from "./send-page.ts";

/** The forms in every page's header: who one acts as, and what time it is. */
export async function handleForm(
  world: World,
  pathname: string,
  text: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = new URLSearchParams(text);
  const context = createPageContext(world, request, pathname);
  const page = await pageFor(context, pathname, form);
  sendPage(context, page, request, response);
}

async function pageFor(context: PageContext, pathname: string, form: URLSearchParams): Promise<Page> {
  const { world } = context;
  if (pathname === "/sandbox/act-as") {
    const account = world.state.accounts.get((form.get("login") ?? "").toLowerCase());
    if (account?.type !== "User") return errorPage(422, "Nobody has this name here.");
    return { redirect: backOf(context, form), headers: { "set-cookie": actorCookie(world, account.login) } };
  }
  if (pathname === "/sandbox/move-clock") {
    const target = targetTime(world.clock.now(), form);
    if (target === undefined) return errorPage(422, "This is no date and time.");
    await moveClock(world, target);
    return { redirect: backOf(context, form) };
  }
  return errorPage(404, "There is no form at this address.");
}

const stepsMs = new Map([
  ["1h", 3_600_000],
  ["1d", 86_400_000],
  ["7d", 604_800_000],
]);

function targetTime(now: string, form: URLSearchParams): string | undefined {
  const step = stepsMs.get(form.get("add") ?? "");
  const time = step === undefined ? Date.parse(`${form.get("now")}Z`) : Date.parse(now) + step;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Where to go afterwards: a page of this sandbox, never another site. */
function backOf({ world, repo }: PageContext, form: URLSearchParams): string {
  const back = form.get("back") ?? "";
  const inside = back.startsWith(`${world.basePath}/`) && !back.startsWith("//") && !/[\\\s]/.test(back);
  return inside ? back : repo("/issues");
}
