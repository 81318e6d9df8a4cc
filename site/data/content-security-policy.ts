import { createHash } from "node:crypto";

/** What a page asks of its policy. */
export interface PolicyNeeds {
  readonly inlineScripts: readonly string[];
  readonly githubUrl: string;
  /** Mermaid writes style sheets into its pictures; only a page that has it draw one allows that. */
  readonly allowsInlineStyles: boolean;
}

/**
 * The Content-Security-Policy of a page: scripts, styles and data of this site alone, the inline scripts given
 * by their hashes, and forms that may be sent to GitHub or whatever stands in for it. Pagefind runs as WebAssembly.
 */
export function contentSecurityPolicy({ inlineScripts, githubUrl, allowsInlineStyles }: PolicyNeeds): string {
  const hashes = inlineScripts.map(
    (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  const formTarget = /^https?:/.test(githubUrl) ? [new URL(githubUrl).origin] : [];
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`.trim(),
    `style-src 'self'${allowsInlineStyles ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    ["form-action 'self'", ...formTarget].join(" "),
  ].join("; ");
}
