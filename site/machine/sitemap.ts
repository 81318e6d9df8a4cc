import type { SiteSettings } from "../data/settings.ts";
import { escapeAttribute } from "../markdown/escape-html.ts";
import { isNotFoundPage } from "../output/file-of-page.ts";
import type { MachineFile } from "./machine-files.ts";

const schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

/**
 * The sitemap (protocol 0.9) and the index that leads to it, under their usual names; nothing where the site's own
 * address is not known, since a sitemap holds whole addresses. `pathnames` are under the base path.
 */
export function sitemap(
  pathnames: readonly string[],
  { origin, base }: Pick<SiteSettings, "origin" | "base">,
): MachineFile[] {
  if (origin === undefined) return [];
  const list = (name: string, entry: string, paths: readonly string[]) => {
    const entries = paths.map((path) => {
      const address = escapeAttribute(`${origin}${base}${path}`);
      return `<${entry}><loc>${address}</loc></${entry}>`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${schema}">${entries.join("")}</${name}>\n`;
  };
  const pages = pathnames.filter((pathname) => !isNotFoundPage(pathname)).sort();
  return [
    { path: "sitemap-index.xml", text: list("sitemapindex", "sitemap", ["sitemap-0.xml"]) },
    { path: "sitemap-0.xml", text: list("urlset", "url", pages) },
  ];
}
