import { createPublicKey, verify } from "node:crypto";

/** The longest life GitHub allows: https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app */
const maximumLifeSeconds = 600;
/** How far the App's clock may be ahead. */
const skewSeconds = 60;

export interface AppTokenCheck {
  readonly appId: number;
  readonly clientId: string;
  readonly privateKey: string;
  /** ISO 8601 */
  readonly now: string;
}

/**
 * Checks the JWT (RS256) an App signs for itself; null when it is good, else GitHub's words for what is wrong.
 * The words about `iat` and `exp` let Octokit correct its clock by the answer's date.
 */
export function verifyAppToken(token: string, check: AppTokenCheck): string | null {
  const [header = "", payload = "", signature = "", ...rest] = token.split(".");
  const undecodable = "A JSON web token could not be decoded";
  const head = decode(header);
  const claims = decode(payload);
  if (rest.length > 0 || head?.["alg"] !== "RS256" || claims === undefined) return undecodable;
  const key = createPublicKey(check.privateKey);
  if (!verify("RSA-SHA256", Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url")))
    return undecodable;

  if (![String(check.appId), check.clientId].includes(String(claims["iss"])))
    return "'Issuer' claim ('iss') must be an Integer or the client ID of the App";
  const seconds = Math.floor(Date.parse(check.now) / 1000);
  const issuedAt = claims["iat"];
  if (typeof issuedAt !== "number" || issuedAt > seconds + skewSeconds)
    return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
  const expiresAt = claims["exp"];
  if (typeof expiresAt !== "number" || expiresAt <= seconds)
    return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
  if (expiresAt > seconds + maximumLifeSeconds + skewSeconds)
    return "'Expiration time' claim ('exp') is too far in the future";
  return null;
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
