import { createHash } from "node:crypto";

/**
 * The Content-Security-Policy of every page: scripts, styles and data of this site alone, the inline scripts given
 * by their hashes, and forms that may be sent to GitHub or whatever stands in for it. Pagefind runs as WebAssembly.
 */
export function contentSecurityPolicy(inlineScripts: readonly string[], githubUrl: string): string {
  const hashes = inlineScripts.map(
    (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  const formTarget = /^https?:/.test(githubUrl) ? [new URL(githubUrl).origin] : [];
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`.trim(),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    ["form-action 'self'", ...formTarget].join(" "),
  ].join("; ");
}
