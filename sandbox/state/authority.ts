import { mayTriage, mayWrite } from "./permissions.ts";
import { Refusal } from "./refusal.ts";
import type { Act, Comment, Issue } from "./types.ts";

// Who may do what: https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/repository-roles-for-an-organization

/** Refuses unless the actor may triage: assign, label, close, and tie issues together. */
export function requireTriage(act: Act): void {
  if (!mayTriage(act)) throw forbidden();
}

export function requireWrite(act: Act): void {
  if (!mayWrite(act)) throw forbidden();
}

/** Deleting an issue is for administrators; an App cannot hold that permission. */
export function requireAdmin(act: Act): void {
  if (act.actor.kind !== "user" || act.actor.permission !== "admin") throw forbidden();
}

/** Texts are changed by who wrote them, or with write access. */
export function requireEdit(act: Act, record: Issue | Comment): void {
  if (!mayEdit(act, record)) throw forbidden();
}

export function mayEdit(act: Act, record: Issue | Comment): boolean {
  return record.author.id === act.actor.account.id || mayWrite(act);
}

/** An author may close their own issue, and open again what they closed themselves. */
export function requireClose(act: Act, issue: Issue): void {
  if (mayTriage(act)) return;
  const me = act.actor.account.id;
  const mine = issue.author.id === me && (issue.state === "open" || issue.closedBy?.id === me);
  if (!mine) throw forbidden();
}

const forbidden = () => new Refusal("forbidden", "Must have admin rights to Repository.");
