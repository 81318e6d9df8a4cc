import { describe, expect, test } from "vitest";
import { handbookAddress } from "../../../core/run/step-issue/handbook-address.ts";

const folder = "https://github.com/acme/handbook/blob/0123456/processes";
const processPaths = new Map([["publish-blog-post", "content/publish-blog-post.mdx"]]);
const from = "campaigns/launch-product.mdx";

describe("a link in the text of a process", () => {
  test.each([
    ["https://example.com/a#b", "https://example.com/a#b", "https://example.com/a#b"],
    ["mailto:a@example.com", "mailto:a@example.com", "mailto:a@example.com"],
    [
      "/processes/publish-blog-post/#draft",
      "https://h.example/processes/publish-blog-post/#draft",
      `${folder}/content/publish-blog-post.mdx`,
    ],
    ["/processes/unknown/", "https://h.example/processes/unknown/", `${folder}/`],
    ["/roles/editor/", "https://h.example/roles/editor/", `${folder}/roles.yml`],
    ["/areas/content", "https://h.example/areas/content", `${folder}/content`],
    [
      "../content/publish-blog-post.mdx#draft",
      "https://h.example/processes/publish-blog-post/#draft",
      `${folder}/content/publish-blog-post.mdx`,
    ],
    ["run-campaign.mdx", "https://h.example/processes/run-campaign/", `${folder}/campaigns/run-campaign.mdx`],
    ["#brief", "https://h.example/processes/launch-product/#brief", `${folder}/campaigns/launch-product.mdx`],
    ["./plan.png", `${folder}/campaigns/plan.png`, `${folder}/campaigns/plan.png`],
    ["../../../etc/passwd", `${folder}/etc/passwd`, `${folder}/etc/passwd`],
  ])("%s leads to %s, or without a site to %s", (url, onSite, inRepository) => {
    const places = { folder, processPaths };
    expect(handbookAddress(url, from, { ...places, site: "https://h.example/" })).toBe(onSite);
    expect(handbookAddress(url, from, { ...places, site: undefined })).toBe(inRepository);
  });
});
