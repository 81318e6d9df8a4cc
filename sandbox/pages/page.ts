import type { Html } from "../http/html.ts";

/** What a page function answers: a page to show, a bare text, or somewhere else to go. */
export type Page =
  | { readonly status?: number; readonly title: string; readonly main: Html; readonly wide?: boolean }
  | { readonly plain: string }
  | { readonly redirect: string; readonly headers?: Readonly<Record<string, string>> };
