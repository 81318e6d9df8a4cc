import { Refusal } from "../state/refusal.ts";
import { viewApp, viewInstallation } from "../views/view-app.ts";
import { viewRepository } from "../views/view-repository.ts";
import { viewDelivery, viewDeliveryItem } from "../webhooks/view-delivery.ts";
import { paginate } from "./paginate.ts";
import { bodyOf, created, ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

export const appKeyHandlers: RestHandlers = {
  "apps/get-authenticated": ({ context }) => ok({ ...viewApp(context), installations_count: 1 }),

  "apps/list-installations": (request) =>
    paginate(request, [request.act.state.app], () => viewInstallation(request.context)),

  "apps/get-installation": (request) => {
    checkInstallation(request);
    return ok(viewInstallation(request.context));
  },

  "apps/get-repo-installation": ({ context }) => ok(viewInstallation(context)),

  "apps/create-installation-access-token": (request) => {
    checkInstallation(request);
    checkRepositories(request);
    const { world, context } = request;
    const { token, expiresAt } = world.credentials.createInstallationToken(world.clock.now());
    return created({
      token,
      expires_at: expiresAt,
      permissions: bodyOf<{ permissions?: object }>(request).permissions ?? request.act.state.app.permissions,
      repository_selection: "selected",
      repositories: [viewRepository(context)],
    });
  },

  // The newest first; `cursor` is the last delivery already seen: https://docs.github.com/en/rest/apps/webhooks
  "apps/list-webhook-deliveries": (request) => {
    const { cursor, status, per_page: size = "30" } = request.query as Partial<Record<string, string>>;
    const all = request.world.deliveries.list().toReversed();
    const older = all.filter(
      ({ id, statusCode }) =>
        (cursor === undefined || id < Number(cursor)) &&
        (status === undefined || (status === "success") === (statusCode >= 200 && statusCode < 400)),
    );
    const page = older.slice(0, Math.min(Number(size), 100));
    const next = new URL(request.url);
    next.searchParams.set("cursor", String(page.at(-1)?.id));
    return {
      ...ok(page.map((delivery) => viewDeliveryItem(delivery, request.context))),
      ...(page.length < older.length && { headers: { link: `<${next.href}>; rel="next"` } }),
    };
  },

  "apps/get-webhook-delivery": (request) => ok(viewDelivery(deliveryOf(request), request.context)),

  "apps/redeliver-webhook-delivery": (request) => {
    request.world.deliveries.redeliver(deliveryOf(request).id);
    return { status: 202, body: {} };
  },
};

function checkInstallation({ act, parameters }: RestRequest): void {
  if (Number(parameters["installation_id"]) !== act.state.app.installationId)
    throw new Refusal("not-found", "Not Found");
}

/** A token may be narrowed to repositories, but only to ones the App is installed in. */
function checkRepositories(request: RestRequest): void {
  const { repository } = request.act.state;
  const body = bodyOf<{ repositories?: string[]; repository_ids?: number[] }>(request);
  const known =
    (body.repositories ?? []).every((name) => name === repository.name) &&
    (body.repository_ids ?? []).every((id) => id === repository.id);
  if (!known)
    throw new Refusal(
      "unprocessable",
      "There is at least one repository that does not exist or is not accessible to the parent installation.",
    );
}

function deliveryOf({ world, parameters }: RestRequest) {
  const id = Number(parameters["delivery_id"]);
  const delivery = world.deliveries.list().find((candidate) => candidate.id === id);
  if (delivery === undefined) throw new Refusal("not-found", "Not Found");
  return delivery;
}
