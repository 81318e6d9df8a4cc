import { jobPermissions } from "../../core/setup/index.ts";
import { text } from "../../core/text/index.ts";
import { TooSoon } from "../ports/work-queue.ts";

/** What an error of Octokit or of the network may say. */
interface SaidError {
  readonly status?: number;
  readonly message?: string;
  readonly errors?: readonly { readonly type?: string; readonly message?: string }[];
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>> };
  readonly cause?: { readonly code?: string };
}

/** A failure as a sentence that says what happened and what to do; its own words where nothing better is known. */
export function explainFailure(error: unknown, address: string): string {
  if (error instanceof TooSoon) return error.wait > 0 ? text.job.limited : text.job.outOfTime;
  const { status, message = String(error), errors = [], response, cause } = (error ?? {}) as SaidError;
  const all = [message, ...errors.map((each) => `${each.type} ${each.message}`)].join("\n");
  if (/rate limit|RATE_LIMITED|abuse/i.test(all) || status === 429) return text.job.limited;
  if (String(response?.headers?.["x-ratelimit-remaining"]) === "0") return text.job.limited;
  if (status === 401 || /Bad credentials/.test(all)) return text.job.wrongToken;
  if (status === 403 || /FORBIDDEN|not accessible by/.test(all)) return text.job.mayNot(jobPermissions());
  if (status === 404 || /NOT_FOUND|Could not resolve to a Repository/.test(all)) return text.job.noRepository;
  const isLost =
    (status ?? 0) >= 500 || cause?.code !== undefined || /fetch failed|timed? ?out|aborted/i.test(all);
  return isLost ? text.job.unreachable(address) : message;
}
