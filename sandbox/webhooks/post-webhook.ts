/** GitHub waits this long: https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries */
const timeoutMs = 10_000;
const keptAnswerCharacters = 10_000;
const loopback = ["127.0.0.1", "localhost", "[::1]"];

export interface PostResult {
  readonly durationSeconds: number;
  readonly statusCode: number;
  readonly status: string;
  readonly answer: string | null;
  readonly answerHeaders: Readonly<Record<string, string>>;
}

/** Sends a webhook once, to this machine only, and tells what came of it; never throws. */
export async function postWebhook(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  closing: AbortSignal,
  send: (url: string, init: RequestInit) => Promise<Response> = fetch,
): Promise<PostResult> {
  const startedAt = performance.now();
  const seconds = () => Math.round(performance.now() - startedAt) / 1000;
  const failed = (status: string): PostResult => ({
    durationSeconds: seconds(),
    statusCode: 0,
    status,
    answer: null,
    answerHeaders: {},
  });
  if (!loopback.includes(new URL(url).hostname))
    return failed("refused: the sandbox sends to this machine only");
  try {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]);
    const response = await send(url, { method: "POST", headers, body, signal, redirect: "manual" });
    const answer = (await response.text()).slice(0, keptAnswerCharacters);
    return {
      durationSeconds: seconds(),
      statusCode: response.status,
      status: response.ok ? "OK" : response.statusText || "failed",
      answer,
      answerHeaders: Object.fromEntries(response.headers),
    };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    return failed(timedOut ? "timed out" : "failed to connect to host");
  }
}
