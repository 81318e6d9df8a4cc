import { expect, test } from "vitest";
import { sitemap } from "../../../site/machine/sitemap.ts";

const pathnames = ["processes/b/", "", "404/", "a-z/", "processes/a&b/"];

test("a sitemap names every page but the one for addresses that lead nowhere, in order", () => {
  const [index, list] = sitemap(pathnames, { origin: "https://handbook.example", base: "/team/" });
  expect(index).toMatchObject({ path: "sitemap-index.xml" });
  expect(index?.text).toContain("<sitemap><loc>https://handbook.example/team/sitemap-0.xml</loc></sitemap>");
  expect([...(list?.text ?? "").matchAll(/<url><loc>([^<]*)<\/loc><\/url>/g)].map(([, url]) => url)).toEqual([
    "https://handbook.example/team/",
    "https://handbook.example/team/a-z/",
    "https://handbook.example/team/processes/a&amp;b/",
    "https://handbook.example/team/processes/b/",
  ]);
});

test("without an address of its own a site has no sitemap", () =>
  expect(sitemap(pathnames, { origin: undefined, base: "/" })).toEqual([]));
