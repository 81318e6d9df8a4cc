import { requireWrite } from "../../state/authority.ts";
import { Refusal } from "../../state/refusal.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";

/** Sends a webhook once more and waits until it arrived. */
export async function redeliverAction(context: PageContext, _form: URLSearchParams, id = ""): Promise<Page> {
  const { act, world } = context;
  requireWrite(act);
  const delivery = world.deliveries.list().find((candidate) => candidate.id === Number(id));
  if (delivery === undefined) throw new Refusal("not-found", "This delivery is not in the list any more.");
  world.deliveries.redeliver(delivery.id);
  await world.deliveries.idle();
  return { redirect: context.repo("/deliveries") };
}
