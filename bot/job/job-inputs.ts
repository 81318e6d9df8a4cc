import { readFile } from "node:fs/promises";
import { text } from "../../core/text/index.ts";

/** Environment variables as the job has them. */
export type JobEnvironment = Readonly<Record<string, string | undefined>>;

/** What a job is told: by the workflow, by GitHub Actions, or by whoever runs it by hand. */
export interface JobInputs {
  readonly event: string;
  readonly payload: unknown;
  readonly owner: string;
  readonly name: string;
  readonly token: string;
  readonly address: string;
  readonly handbook: string;
  readonly key: string | undefined;
  /** What the job publishes instead of looking after runs. */
  readonly publish: "pages" | "preview" | undefined;
  /** The one run to look at, when a person asked for it. */
  readonly run: number | undefined;
}

/** Reads them. What the workflow says under `with:` comes first. Throws, with a sentence, where something needed is missing. */
export async function readJobInputs(env: JobEnvironment): Promise<JobInputs> {
  const event = required(env, "GITHUB_EVENT_NAME");
  const [owner = "", name = ""] = required(env, "GITHUB_REPOSITORY").split("/");
  const path = env["GITHUB_EVENT_PATH"];
  const payload: unknown = path ? JSON.parse(await readFile(path, "utf8")) : {};
  return {
    event,
    payload,
    owner,
    name,
    token: env["INPUT_TOKEN"] || required(env, "GITHUB_TOKEN"),
    address: env["GITHUB_API_URL"] || "https://api.github.com",
    handbook: (env["INPUT_HANDBOOK"] || env["HANDRAIL_HANDBOOK"] || "processes").replace(/^\.\/|\/+$/g, ""),
    key: env["INPUT_KEY"] || env["HANDRAIL_KEY"] || undefined,
    publish: publishOf(env["INPUT_PUBLISH"] ?? ""),
    run: runAskedFor(payload),
  };
}

function publishOf(value: string): "pages" | "preview" | undefined {
  if (value === "") return undefined;
  if (value === "pages" || value === "preview") return value;
  throw new Error(text.job.wrongPublish(value.slice(0, 40)));
}

function runAskedFor(payload: unknown): number | undefined {
  const { inputs } = (payload ?? {}) as { readonly inputs?: { readonly run?: unknown } | null };
  const asked = String(inputs?.run ?? "").trim();
  if (asked === "") return undefined;
  const number = /^#?([1-9]\d{0,9})$/.exec(asked)?.[1];
  if (number === undefined) throw new Error(text.job.wrongRun(asked.slice(0, 40)));
  return Number(number);
}

function required(env: JobEnvironment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(text.job.notSet(name));
  return value;
}
