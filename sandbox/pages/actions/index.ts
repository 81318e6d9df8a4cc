import { decodeComponent } from "../../http/decode-component.ts";
import { errorPage } from "../error-page.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { assignAction, unassignAction } from "./assign.ts";
import { commentAction, editCommentAction } from "./comment.ts";
import { createIssueAction } from "./create-issue.ts";
import { deleteBranchAction } from "./delete-branch.ts";
import { editIssueAction } from "./edit-issue.ts";
import { labelAction, unlabelAction } from "./label.ts";
import { mergeAction } from "./merge.ts";
import { proposeAction } from "./propose.ts";
import { redeliverAction } from "./redeliver.ts";
import { reviewAction } from "./review.ts";

type Action = (context: PageContext, form: URLSearchParams, ...parts: string[]) => Page | Promise<Page>;

/** Addresses below `/owner/name` that forms are posted to. */
const routes: readonly (readonly [RegExp, Action])[] = [
  [/^\/issues\/new$/, createIssueAction],
  [/^\/issues\/(\d{1,9})\/comment$/, commentAction],
  [/^\/issues\/(\d{1,9})\/comments\/(\d{1,12})$/, editCommentAction],
  [/^\/issues\/(\d{1,9})\/edit$/, editIssueAction],
  [/^\/issues\/(\d{1,9})\/assign$/, assignAction],
  [/^\/issues\/(\d{1,9})\/unassign$/, unassignAction],
  [/^\/issues\/(\d{1,9})\/label$/, labelAction],
  [/^\/issues\/(\d{1,9})\/unlabel$/, unlabelAction],
  [/^\/edit\/([^/]+)\/(.+)$/, proposeAction],
  [/^\/pull\/(\d{1,9})\/merge$/, mergeAction],
  [/^\/pull\/(\d{1,9})\/delete-branch$/, deleteBranchAction],
  [/^\/pull\/(\d{1,9})\/review$/, reviewAction],
  [/^\/deliveries\/(\d{1,9})\/redeliver$/, redeliverAction],
];

/** Does what a form asks, in the name of the viewer, by the same rules the API follows. */
export async function performAction(context: PageContext, form: URLSearchParams): Promise<Page> {
  const { pathname } = context.url;
  const prefix = `/${context.world.state.repository.fullName}`;
  if (pathname.toLowerCase().startsWith(prefix.toLowerCase()))
    for (const [pattern, perform] of routes) {
      const match = pattern.exec(pathname.slice(prefix.length));
      if (match === null) continue;
      const parts = match.slice(1).map((part) => decodeComponent(part ?? ""));
      if (parts.every((part) => part !== undefined)) return await perform(context, form, ...parts);
    }
  return errorPage(404, "There is no form at this address.");
}
