/** HTML that is safe to put into a page. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that means itself, in an element as well as in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** A template whose values are escaped, unless they are `Html` already. Null, undefined and false show nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  const text = strings.map((string, at) => (at === 0 ? string : toText(values[at - 1]) + string)).join("");
  return new Html(text);
}

function toText(part: HtmlPart): string {
  if (part == null || part === false) return "";
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(toText).join("");
  return escapeHtml(String(part));
}
