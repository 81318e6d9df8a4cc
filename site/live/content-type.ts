const types: Readonly<Record<string, string>> = {
  css: "text/css",
  csv: "text/csv",
  html: "text/html",
  ics: "text/calendar",
  json: "application/json",
  md: "text/markdown",
  mmd: "text/plain",
  txt: "text/plain",
  xml: "application/xml",
};

/** The media type of a text by the ending of its path; that of a page when it has none. */
export function contentTypeOf(path: string): string {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? "html";
  return `${types[ending] ?? "text/plain"};charset=utf-8`;
}
