import { z } from "zod";
import { FilesRefused } from "../../ports/proposal-repository.ts";
import type { RestClient } from "../rest-client.ts";
import { statusOf } from "../status-of.ts";

/** A file as it is to be on a branch. */
export interface WantedFile {
  readonly branch: string;
  readonly path: string;
  readonly text: string;
  readonly message: string;
}

/** A pull request as it is to be. */
interface Wanted extends WantedFile {
  readonly base: { readonly branch: string; readonly sha: string };
  readonly title: string;
  readonly body: string;
}

type At = Readonly<Record<"owner" | "repo", string>>;

const file = z.object({ sha: z.string(), content: z.string() });
const made = z.object({ number: z.number() });
const listed = z.array(made);

/**
 * Makes a branch, writes one file on it and opens a pull request; gives its number. Each of the three is left as it is
 * where an earlier attempt made it. Throws {@link FilesRefused} where the bot may not do that.
 */
export function openPullRequest(wanted: Wanted, rest: RestClient, at: At): Promise<number> {
  return refusable(async () => {
    await makeBranch(wanted, rest, at);
    await putFile(wanted, rest, at);
    return makePullRequest(wanted, rest, at);
  });
}

/** Writes one file on a branch that is there. Throws {@link FilesRefused} where the bot may not do that. */
export function writeFile(wanted: WantedFile, rest: RestClient, at: At): Promise<void> {
  return refusable(() => putFile(wanted, rest, at));
}

async function refusable<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { message } = error as Error;
    if (statusOf(error) === 403 && !/rate limit/i.test(message))
      throw new FilesRefused(message, { cause: error });
    throw error;
  }
}

async function makeBranch({ branch, base }: Wanted, rest: RestClient, at: At): Promise<void> {
  try {
    await rest("POST /repos/{owner}/{repo}/git/refs", {
      ...at,
      ref: `refs/heads/${branch}`,
      sha: base.sha,
    });
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    // Refused because it is there, or for another reason, which reading it tells.
    await rest("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...at, ref: `heads/${branch}` }).catch(() => {
      throw error;
    });
  }
}

async function putFile({ branch, path, text, message }: WantedFile, rest: RestClient, at: At): Promise<void> {
  const { data } = await rest("GET /repos/{owner}/{repo}/contents/{path}", { ...at, path, ref: branch });
  const { sha, content } = file.parse(data);
  if (Buffer.from(content, "base64").toString("utf8") === text) return;
  await rest("PUT /repos/{owner}/{repo}/contents/{path}", {
    ...at,
    path,
    branch,
    sha,
    message,
    content: Buffer.from(text, "utf8").toString("base64"),
  });
}

async function makePullRequest(
  { branch, base, title, body }: Wanted,
  rest: RestClient,
  at: At,
): Promise<number> {
  try {
    const { data } = await rest("POST /repos/{owner}/{repo}/pulls", {
      ...at,
      title,
      body,
      head: branch,
      base: base.branch,
    });
    return made.parse(data).number;
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    const { data } = await rest("GET /repos/{owner}/{repo}/pulls", {
      ...at,
      head: `${at.owner}:${branch}`,
      state: "all",
    });
    const [known] = listed.parse(data);
    if (known === undefined) throw error;
    return known.number;
  }
}
