import { requireWrite } from "../state/authority.ts";
import { isInside, permissionOf } from "../state/permissions.ts";
import { Refusal } from "../state/refusal.ts";
import type { Account, Permission } from "../state/types.ts";
import { viewAccount } from "../views/view-account.ts";
import type { View } from "../views/view-context.ts";
import { viewPermissions } from "../views/view-repository.ts";
import { paginate } from "./paginate.ts";
import { noContent, ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

export const collaboratorHandlers: RestHandlers = {
  "repos/list-collaborators": (request) => {
    requireWrite(request.act);
    const { state } = request.act;
    const wanted = request.query["permission"];
    const accounts = [...state.accounts.values()].filter(
      (account) =>
        account.type === "User" &&
        isInside(state, account) &&
        (wanted === undefined || viewPermissions(permissionOf(state, account))[wanted] === true),
    );
    return paginate(request, accounts, (account) => viewCollaborator(request, account));
  },

  "repos/check-collaborator": (request) => {
    requireWrite(request.act);
    const account = accountOf(request);
    if (!isInside(request.act.state, account)) throw new Refusal("not-found", "Not Found");
    return noContent();
  },

  "repos/get-collaborator-permission-level": (request) => {
    requireWrite(request.act);
    const account = accountOf(request);
    const permission = permissionOf(request.act.state, account);
    return ok({
      permission: legacyNames[permission],
      role_name: permission,
      user: viewCollaborator(request, account),
    });
  },
};

/** `permission` knows four words only; `role_name` says it exactly: https://docs.github.com/en/rest/collaborators/collaborators */
const legacyNames: Readonly<Record<Permission, string>> = {
  admin: "admin",
  maintain: "write",
  write: "write",
  triage: "read",
  read: "read",
  none: "none",
};

function accountOf({ act, parameters }: RestRequest): Account {
  const account = act.state.accounts.get((parameters["username"] ?? "").toLowerCase());
  if (account === undefined) throw new Refusal("not-found", "Not Found");
  return account;
}

function viewCollaborator({ act, context }: RestRequest, account: Account): View {
  const permission = permissionOf(act.state, account);
  return {
    ...viewAccount(account, context),
    permissions: viewPermissions(permission),
    role_name: permission,
  };
}
