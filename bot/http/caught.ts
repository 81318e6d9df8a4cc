import type { IncomingMessage, ServerResponse } from "node:http";

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/**
 * A listener that never ends the process: whatever it throws is told to `onError`, and the client gets a 500, or a cut
 * connection when an answer had begun.
 */
export function caught(
  listener: Listener,
  onError: (error: unknown) => void,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    try {
      await listener(request, response);
    } catch (error) {
      onError(error);
      if (response.headersSent) response.destroy();
      else
        response
          .writeHead(500, { "content-type": "text/plain", connection: "close" })
          .end("Something failed.\n");
    }
  };
}
