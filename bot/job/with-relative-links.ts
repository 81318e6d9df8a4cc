/**
 * A page of a site that stands at `/`, to be read from a folder on somebody's own disk: links and files are looked for from where the page
 * lies, and a link to a folder names the page in it. `path` is that of the page within the site, such as `processes/launch/index.html`.
 */
export function withRelativeLinks(html: string, path: string): string {
  const up = "../".repeat(path.split("/").length - 1) || "./";
  return html.replace(
    /(\s(?:href|src)=")\/(?!\/)([^"#?]*)(?=["#?])([^"]*")/g,
    (_, start: string, target: string, end: string) =>
      `${start}${up}${target}${target === "" || target.endsWith("/") ? "index.html" : ""}${end}`,
  );
}
