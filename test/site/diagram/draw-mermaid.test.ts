import { expect, test, vi } from "vitest";
import { drawMermaid } from "../../../site/diagram/draw-mermaid.ts";

/** Whatever the drawing package makes of a text, also after a fault of its own. */
const drawn = vi.hoisted(() => ({ svg: "" }));
vi.mock("beautiful-mermaid", () => ({ renderMermaidSVG: () => drawn.svg }));

test.each([
  ["a script", "<script>alert(1)</script>"],
  ["a style sheet", "<style>@import url(https://evil.example)</style>"],
  ["a foreign object", "<foreignObject><iframe src='javascript:alert(1)'></iframe></foreignObject>"],
  ["a picture", "<image href='https://evil.example/x.png'/><use href='https://evil.example/x.svg#a'/>"],
  ["a link that runs", "<a href='javascript:alert(1)'><text>Look</text></a>"],
  ["an old link that runs", "<a xlink:href='javascript:alert(1)'><text>Look</text></a>"],
  ["an attribute that runs", "<rect onload='alert(1)' onclick='alert(1)' x='1'/>"],
  ["a style of its own", "<rect style='fill:url(https://evil.example)' x='1'/>"],
  ["a colour from elsewhere", "<rect fill='url( https://evil.example )' x='1'/>"],
  ["a text that is an element", "<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>"],
])("of %s nothing is left", (_what, inside) => {
  drawn.svg = `<svg viewBox="0 0 9 9" onload="alert(1)">${inside}<rect x="2"/></svg>`;
  const svg = drawMermaid("flowchart LR", "Picture") ?? "";
  expect(svg).toContain('<rect x="2"/>');
  expect(svg).not.toMatch(
    /evil|javascript:|<script|<style|<iframe|<image|<use|foreignObject|href|\son\w+=|style=/,
  );
});

test("what is no picture is none", () => {
  drawn.svg = "<p>Not drawn</p>";
  expect(drawMermaid("flowchart LR", "Picture")).toBeUndefined();
});
