import type { ServerResponse } from "node:http";

/** Tells open pages that something has changed, by server-sent events. */
export interface EventStream {
  /** Keeps an answer open for events; it hears of the newest state at once. */
  add(response: ServerResponse): void;
  /** Tells everybody. */
  tell(): void;
  close(): void;
}

/** A stream without listeners. */
export function createEventStream(): EventStream {
  const listeners = new Set<ServerResponse>();
  const event = "data: changed\n\n";
  return {
    add: (response) => {
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(`retry: 1000\n${event}`);
    },
    tell: () => {
      for (const response of listeners) response.write(event);
    },
    close: () => {
      for (const response of listeners) response.end();
      listeners.clear();
    },
  };
}
