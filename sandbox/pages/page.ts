import type { Html } from "../http/html.ts";

/** What a page function answers: a page to show, or somewhere else to go. */
export type Page =
  | { readonly status?: number; readonly title: string; readonly main: Html; readonly wide?: boolean }
  | { readonly redirect: string; readonly headers?: Readonly<Record<string, string>> };
