import type { View, ViewContext } from "../views/view-context.ts";
import type { Delivery } from "./deliveries.ts";

/** A delivery in the App's list of deliveries. */
export function viewDeliveryItem(delivery: Delivery, { state }: ViewContext): View {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.durationSeconds,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: state.app.installationId,
    repository_id: state.repository.id,
    throttled_at: null,
  };
}

/** The same with what was sent and what came back. */
export function viewDelivery(delivery: Delivery, context: ViewContext): View {
  return {
    ...viewDeliveryItem(delivery, context),
    url: delivery.url,
    request: { headers: delivery.headers, payload: JSON.parse(delivery.body) },
    response: { headers: delivery.answerHeaders, payload: delivery.answer },
  };
}
