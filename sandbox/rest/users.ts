import { Refusal } from "../state/refusal.ts";
import { viewProfile } from "../views/view-account.ts";
import { ok, type RestHandlers } from "./rest-request.ts";

export const userHandlers: RestHandlers = {
  // A bot has no profile of its own: https://docs.github.com/en/rest/users/users#get-the-authenticated-user
  "users/get-authenticated": ({ act, context }) => {
    if (act.actor.kind !== "user") throw new Refusal("forbidden", "Resource not accessible by integration");
    return ok(viewProfile(act.actor.account, context));
  },

  "users/get-by-username": ({ act, context, parameters }) => {
    const account = act.state.accounts.get((parameters["username"] ?? "").toLowerCase());
    if (account === undefined) throw new Refusal("not-found", "Not Found");
    return ok(viewProfile(account, context));
  },
};
