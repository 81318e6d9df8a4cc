import { createPrivateKey } from "node:crypto";
import type { LogLevel } from "../ports/log.ts";

/** What the server is told by its environment. */
export interface ServerSettings {
  readonly appId: string;
  /** PEM text. */
  readonly privateKey: string;
  readonly secret: string;
  /** Keys that the notes on runs are signed with; one derived from the secret when left out. */
  readonly notesKey: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly baseUrl: string | undefined;
  readonly handbookRoot: string;
  readonly redisUrl: string | undefined;
  readonly logLevel: LogLevel;
  /** A request that has not come in whole after so many milliseconds is ended. */
  readonly requestTimeout: number;
  /** From the start of one write to GitHub to the start of the next, in milliseconds. */
  readonly writeSpacing: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. Throws with what was found, what was expected, and what to do, for the first that is wrong. */
export function readSettings(env: Environment): ServerSettings {
  return {
    appId: appIdOf(required(env, "APP_ID")),
    privateKey: privateKeyOf(required(env, "PRIVATE_KEY")),
    secret: env["WEBHOOK_SECRET"] ?? "",
    notesKey: env["HANDRAIL_KEY"] || undefined,
    port: numberOf(env, "PORT", 3000, 65_535),
    host: env["HOST"] || "127.0.0.1",
    baseUrl: env["GITHUB_API_URL"] || undefined,
    handbookRoot: env["HANDRAIL_HANDBOOK"] || "processes",
    redisUrl: env["REDIS_URL"] || undefined,
    logLevel: levelOf(env["LOG_LEVEL"]),
    requestTimeout: numberOf(env, "REQUEST_TIMEOUT_SECONDS", 20, 300) * 1000,
    writeSpacing: numberOf(env, "WRITE_SPACING_MILLISECONDS", 1000, 60_000),
  };
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (!value)
    throw new Error(
      `${name} is not set, expected it in the environment: Handrail's docs/going-live.md says where its value comes from.`,
    );
  return value;
}

function appIdOf(text: string): string {
  if (/^\d+$/.test(text)) return text;
  throw new Error(`Unexpected APP_ID \`${text}\`, expected the number on the App's own page on GitHub.`);
}

/** Some hosts allow no line breaks in a setting; there they are written as `\n`. */
function privateKeyOf(text: string): string {
  const key = text.replaceAll("\\n", "\n");
  try {
    createPrivateKey(key);
    return key;
  } catch {
    throw new Error(
      "PRIVATE_KEY cannot be read, expected the whole text of the .pem file that GitHub made for the App, from its BEGIN line to its END line.",
    );
  }
}

function numberOf(env: Environment, name: string, otherwise: number, most: number): number {
  const text = env[name];
  if (!text) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new Error(`Unexpected ${name} \`${text}\`, expected a whole number from 0 to ${most}.`);
}

function levelOf(text: string | undefined): LogLevel {
  const levels: readonly LogLevel[] = ["debug", "info", "warn", "error"];
  const found = levels.find((level) => level === (text || "info"));
  if (found) return found;
  throw new Error(`Unexpected LOG_LEVEL \`${text}\`, expected one of ${levels.join(", ")}.`);
}
