import { decodeComponent } from "../http/decode-component.ts";
import { errorPage } from "./error-page.ts";
import type { Page } from "./page.ts";
import type { PageContext } from "./page-context.ts";
import { blobPage } from "./views/blob-page.ts";
import { chooseFormPage } from "./views/choose-form-page.ts";
import { deliveriesPage } from "./views/deliveries-page.ts";
import { deliveryPage } from "./views/delivery-page.ts";
import { editFilePage } from "./views/edit-file-page.ts";
import { issuePage } from "./views/issue-page.ts";
import { issuesPage } from "./views/issues-page.ts";
import { newIssuePage } from "./views/new-issue-page.ts";
import { notificationsPage } from "./views/notifications-page.ts";
import { profilePage } from "./views/profile-page.ts";
import { pullPage } from "./views/pull-page.ts";
import { pullsPage } from "./views/pulls-page.ts";
import { rawFile } from "./views/raw-file.ts";
import { treePage } from "./views/tree-page.ts";

type Show = (context: PageContext, ...parts: string[]) => Page | Promise<Page>;

/** Addresses below `/owner/name`, tried in this order; what the pattern captures is decoded and handed on. */
const routes: readonly (readonly [RegExp, Show])[] = [
  [/^(?:\/|)$/, (context) => ({ redirect: context.repo("/issues") })],
  [/^\/issues$/, issuesPage],
  [/^\/issues\/new$/, newIssuePage],
  [/^\/issues\/new\/choose$/, chooseFormPage],
  [/^\/issues\/(\d{1,9})$/, issuePage],
  [/^\/raw\/([^/]+)\/(.+)$/, rawFile],
  [/^\/pulls$/, pullsPage],
  [/^\/pull\/(\d{1,9})(?:\/files)?$/, pullPage],
  [/^\/edit\/([^/]+)\/(.+)$/, editFilePage],
  [
    /^\/labels\/([^/]+)$/,
    (context, name) => ({ redirect: context.repo(`/issues?label=${encodeURIComponent(name ?? "")}`) }),
  ],
  [/^\/blob\/([^/]+)\/(.+)$/, blobPage],
  [/^\/tree\/([^/]+)(?:\/(.*))?$/, treePage],
  [/^\/commit\/([0-9a-f]{7,40})$/, (context, sha) => ({ redirect: context.repo(`/tree/${sha}`) })],
  [/^\/deliveries$/, deliveriesPage],
  [/^\/deliveries\/(\d{1,9})$/, deliveryPage],
];

/** The page at an address. */
export async function showPage(context: PageContext): Promise<Page> {
  const { pathname } = context.url;
  if (pathname === "/notifications") return notificationsPage(context);
  const prefix = `/${context.world.state.repository.fullName}`;
  if (pathname.toLowerCase().startsWith(prefix.toLowerCase()))
    for (const [pattern, show] of routes) {
      const match = pattern.exec(pathname.slice(prefix.length));
      if (match === null) continue;
      const parts = match.slice(1).map((part) => decodeComponent(part ?? ""));
      if (parts.every((part) => part !== undefined)) return await show(context, ...parts);
    }
  const [, login] = /^\/(?:apps\/)?([^/]+)$/.exec(pathname) ?? [];
  if (login !== undefined)
    return profilePage(context, decodeComponent(login) ?? "", pathname.startsWith("/apps/"));
  return errorPage(404, "There is no page at this address.");
}
