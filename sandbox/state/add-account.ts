import { isLogin } from "./is-login.ts";
import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import { Refusal } from "./refusal.ts";
import type { Account, Act, Permission } from "./types.ts";

/** A person who has just made an account, with a login that nobody has now, whoever had it before. */
export function addAccount(
  { state, now }: Pick<Act, "state" | "now">,
  { login, name, permission }: { login: string; name: string; permission: Permission },
): Account {
  if (!isLogin(login)) throw new Refusal("unprocessable", `"${login}" cannot be a login.`);
  const key = login.toLowerCase();
  if (state.accounts.has(key)) throw new Refusal("unprocessable", `"${login}" is taken.`);
  const id = nextId(state);
  const account: Account = { id, nodeId: nodeId("account", id), login, name, type: "User", createdAt: now };
  state.accounts.set(key, account);
  state.permissions.set(key, permission);
  return account;
}
