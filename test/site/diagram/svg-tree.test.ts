import { expect, test } from "vitest";
import { svgNode, writeSvg } from "../../../site/diagram/svg-tree.ts";

test.each([
  ["a script", svgNode("script", {}, "alert(1)")],
  ["an element within another", svgNode("g", {}, svgNode("foreignObject"))],
  ["an attribute that runs", svgNode("rect", { onload: "alert(1)" })],
  ["a style", svgNode("rect", { style: "fill:red" })],
  ["a link that runs", svgNode("a", { href: "javascript:alert(1)" })],
  ["a link out of its page", svgNode("a", { href: "https://evil.example" })],
  ["a colour from elsewhere", svgNode("rect", { fill: "url(https://evil.example/x)" })],
  ["a colour from elsewhere, with blanks", svgNode("rect", { fill: "URL( 'x.svg')" })],
])("a picture with %s is a mistake of ours", (_what, node) => {
  expect(() => writeSvg(node)).toThrow("A picture");
});

test("what a picture may hold is written with every sign of a text as a sign", () => {
  const text = '"><b>&';
  expect(writeSvg(svgNode("a", { href: "#step", "aria-label": text }, text))).toBe(
    '<a href="#step" aria-label="&quot;&gt;&lt;b&gt;&amp;">"&gt;&lt;b&gt;&amp;</a>',
  );
});
