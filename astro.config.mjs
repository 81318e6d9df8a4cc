import { readFile } from "node:fs/promises";
import { satteri } from "@astrojs/markdown-satteri";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { beginLoading } from "./site/content/handbook-store.ts";
import { loadSite } from "./site/content/load-site.ts";
import { readSettings } from "./site/data/settings.ts";
import { renderPages } from "./site/integrations/render-pages.ts";
import { focusableCode } from "./site/markdown/focusable-code.ts";
import { programFrame } from "./site/rebuild/program-frame.ts";

const settings = readSettings(process.env, () => new Date().toISOString());
beginLoading(() => loadSite(settings));
const handbookFile = await readFile(`${settings.handbookFolder}/handbook.yml`, "utf8").catch(() => "");
const frame = programFrame(handbookFile, settings);

const component = (name) => [name, `./site/components/${name}.astro`];

export default defineConfig({
  srcDir: "./site",
  publicDir: "./site/public",
  outDir: process.env.HANDRAIL_OUT ?? "./dist",
  cacheDir: `${settings.cacheFolder}/astro`,
  base: settings.base,
  ...(frame.origin && { site: frame.origin }),
  trailingSlash: "always",
  build: { inlineStylesheets: "never" },
  compressHTML: true,
  devToolbar: { enabled: false },
  prefetch: false,
  markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: [focusableCode] }) },
  vite: {
    build: { assetsInlineLimit: 0 },
    // Starlight brings a version of its own; left outside, its import would find ours, which is another.
    environments: { prerender: { resolve: { noExternal: ["js-yaml"] } } },
    plugins: [
      {
        name: "handrail-pure-core",
        // Nothing in core acts on being imported, so a page takes along only what it calls.
        transform: { filter: { id: /\/core\// }, handler: () => ({ moduleSideEffects: false }) },
      },
    ],
  },
  integrations: [
    starlight({
      title: frame.title,
      favicon: "/favicon.svg",
      pagefind: false,
      expressiveCode: false,
      pagination: false,
      disable404Route: true,
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      customCss: ["./site/styles/index.css"],
      components: Object.fromEntries(
        [
          "Head",
          "Header",
          "Sidebar",
          "ThemeProvider",
          "PageTitle",
          "Footer",
          "MobileMenuFooter",
          "MobileMenuToggle",
          "TableOfContents",
          "MobileTableOfContents",
        ].map(component),
      ),
    }),
    // Starlight brings a sitemap unless it finds one under this name; ours is a file for machines like the others.
    { name: "@astrojs/sitemap", hooks: {} },
    renderPages(frame),
  ],
});
