import { generateKeyPairSync, hash, randomBytes, timingSafeEqual } from "node:crypto";
import { permissionOf } from "../state/permissions.ts";
import type { Account, Actor, GitHubState } from "../state/types.ts";

export interface Credentials {
  /** One token per person and bot, by login; made anew at every start. */
  readonly tokens: Readonly<Record<string, string>>;
  /** Gives a new account a token, and puts everybody's under the login they have now. */
  readonly refresh: () => void;
  /** The App's private key, PEM; the same within one program. */
  readonly privateKey: () => string;
  /** A fresh token of the App's installation, good for one hour. `now` is ISO 8601. */
  readonly createInstallationToken: (now: string) => { token: string; expiresAt: string };
  /** Who the token belongs to, or undefined when it is unknown or has expired. */
  readonly actorOf: (token: string, now: string) => Actor | undefined;
  readonly actorFor: (account: Account) => Actor;
  /**
   * The clock was moved by this much. Live tokens move along: an hour that is skipped has not passed for the client,
   * whose own clock still counts, and GitHub would never have let its token go stale so suddenly.
   */
  readonly shiftExpiry: (milliseconds: number) => void;
}

const installationTokenLifeMs = 3_600_000;

interface KnownToken {
  readonly digest: Buffer;
  readonly account: Account;
  /** Milliseconds since 1970, or null for a token that does not expire. */
  expiresAtMs: number | null;
}

let keyPair: string | undefined;

/** Tokens for everybody in `state`; only digests of them are kept. */
export function createCredentials(state: GitHubState): Credentials {
  const known: KnownToken[] = [];
  const remember = (prefix: string, account: Account, expiresAtMs: number | null) => {
    const token = `${prefix}_${randomBytes(20).toString("hex")}`;
    known.push({ digest: digest(token), account, expiresAtMs });
    return token;
  };

  const tokens: Record<string, string> = {};
  const given = new Map<number, string>();
  const refresh = () => {
    for (const login of Object.keys(tokens)) delete tokens[login];
    for (const account of state.accounts.values()) {
      if (account.type === "Organization") continue;
      const token = given.get(account.id) ?? remember(account.type === "User" ? "ghp" : "ghs", account, null);
      given.set(account.id, token);
      tokens[account.login] = token;
    }
  };
  refresh();

  const actorFor = (account: Account): Actor => ({
    account,
    permission: permissionOf(state, account),
    kind: account.type !== "Bot" ? "user" : account.id === state.app.bot.id ? "app" : "actions",
  });

  return {
    tokens,
    refresh,
    shiftExpiry: (milliseconds) => {
      for (const token of known) if (token.expiresAtMs !== null) token.expiresAtMs += milliseconds;
    },
    actorFor,
    privateKey: () => {
      keyPair ??= generateKeyPairSync("rsa", {
        modulusLength: 2048,
        publicKeyEncoding: { type: "spki", format: "pem" },
        privateKeyEncoding: { type: "pkcs8", format: "pem" },
      }).privateKey;
      return keyPair;
    },
    createInstallationToken: (now) => {
      const expiresAtMs = Date.parse(now) + installationTokenLifeMs;
      const token = remember("ghs", state.app.bot, expiresAtMs);
      return { token, expiresAt: `${new Date(expiresAtMs).toISOString().slice(0, 19)}Z` };
    },
    actorOf: (token, now) => {
      const wanted = digest(token);
      // Every digest is compared in full, so that the time taken tells nothing.
      let found: KnownToken | undefined;
      for (const candidate of known) if (timingSafeEqual(candidate.digest, wanted)) found = candidate;
      if (found === undefined) return undefined;
      if (found.expiresAtMs !== null && found.expiresAtMs <= Date.parse(now)) return undefined;
      return actorFor(found.account);
    },
  };
}

const digest = (token: string): Buffer => hash("sha256", token, "buffer");
