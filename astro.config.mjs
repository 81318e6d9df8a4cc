import { basename } from "node:path";
import { satteri } from "@astrojs/markdown-satteri";
import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";
import { focusableCode } from "./site/markdown/focusable-code.ts";
import { pageProgramAdapter } from "./site/program/adapter.ts";

const component = (name) => [name, `./site/components/${name}.astro`];

/** How the page program is bundled. It holds no handbook: title, language, address and all else come with each page. */
export default defineConfig({
  output: "server",
  adapter: pageProgramAdapter(),
  srcDir: "./site",
  publicDir: "./site/public",
  cacheDir: ".cache/astro",
  trailingSlash: "always",
  build: { inlineStylesheets: "never", serverEntry: "entry.mjs" },
  compressHTML: true,
  devToolbar: { enabled: false },
  prefetch: false,
  image: { service: passthroughImageService() },
  markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: [focusableCode] }) },
  vite: {
    build: { assetsInlineLimit: 0 },
    // Files that need each other stand side by side, whatever path the site is served under.
    experimental: {
      renderBuiltUrl: (file, { hostType, ssr }) => {
        if (hostType === "css") return basename(file);
        return ssr ? undefined : { relative: true };
      },
    },
    // Whoever renders pages has none of the packages they were made with.
    environments: {
      ssr: { resolve: { noExternal: true } },
      // Every page names its scripts, and long names are bytes of each.
      client: { build: { rollupOptions: { output: { entryFileNames: "_astro/[hash].js" } } } },
    },
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
      title: "Handbook",
      favicon: "/favicon.svg",
      prerender: false,
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
  ],
});
