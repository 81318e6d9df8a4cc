import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Flow, flowOf } from "../../../core/diagram/index.ts";
import { exampleHandbook } from "../../../core/rules/index.ts";
import { drawFlow } from "../../../site/diagram/draw-flow.ts";
import { drawMermaid } from "../../../site/diagram/draw-mermaid.ts";
import { layOutFlow } from "../../../site/diagram/lay-out-flow.ts";
import { textWidth } from "../../../site/diagram/text-width.ts";
import { wrapText } from "../../../site/diagram/wrap-text.ts";
import { handbookOf, shippedFiles } from "../../builders.ts";
import { showcaseHandbook } from "../showcase-handbook.ts";

const shipped = handbookOf(shippedFiles());
const showcase = handbookOf(showcaseHandbook());

function flowOfProcess(handbook: typeof shipped, id: string): Flow {
  const definition = handbook.processes.get(id);
  if (!definition) throw new Error(`There is no process ${id}.`);
  return flowOf(definition, (role) => handbook.roles.get(role)?.title ?? role, handbook.processes);
}

test.each([
  ["publish-blog-post", shipped],
  ["fair", showcase],
] as const)("the picture of %s", async (id, handbook) => {
  const svg = drawFlow(layOutFlow(flowOfProcess(handbook, id)));
  await expect(svg.replaceAll("><", ">\n<")).toMatchFileSnapshot(`../cases/${id}.svg`);
});

test("a card says what it waits for beside its process by its title, and with the process it belongs to", () => {
  const beside = handbookOf(
    exampleHandbook({
      process: "steps: [{ id: draft, title: Write the draft, role: author, after: art/sketch }]",
      others: {
        "content/launch.mdx": `steps:
  - { id: text, title: Write it, kind: process, process: example }
  - { id: art, title: Draw it, kind: process, process: draw, after: [] }`,
        "content/draw.mdx": "title: Draw a picture\nsteps: [{ id: sketch, title: Sketch it, role: author }]",
      },
    }),
  );
  const flow = flowOfProcess(beside, "example");
  expect(flow.nodes[0]?.beside).toEqual(["after Sketch it (Draw a picture)"]);
  expect(layOutFlow(flow).cards[0]?.roleLines.join(" ")).toBe("Author · after Sketch it (Draw a picture)");
});

describe("the layout", () => {
  const layout = layOutFlow(flowOfProcess(showcase, "fair"));

  test("puts each card below all it waits for", () => {
    const place = new Map(layout.cards.map((card) => [card.id, card]));
    for (const { from, to } of layout.lines) {
      const [above, below] = [place.get(from), place.get(to)];
      expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0);
    }
  });

  test("puts every step that waits for nobody into the first row", () => {
    const node = (id: string) => ({
      id,
      title: id,
      kind: "task" as const,
      roleTitles: ["Lead"],
      conditional: false,
    });
    const chain = ["a", "b", "c", "d", "e"];
    const { cards } = layOutFlow({
      title: "Release",
      nodes: [...chain, "late-root", "other"].map(node),
      edges: [
        ...chain.slice(1).map((to, index) => ({ from: chain[index] ?? "", to })),
        { from: "late-root", to: "e" },
        { from: "late-root", to: "other" },
        { from: "other", to: "e" },
      ],
    });
    const top = Math.min(...cards.map(({ y }) => y));
    expect(cards.filter(({ y }) => y === top).map(({ id }) => id)).toEqual(["a", "late-root"]);
  });

  test("puts steps side by side in the order they were written", () => {
    const sameRank = layout.cards.filter(({ id }) => ["build", "rent"].includes(id));
    expect(sameRank.map(({ x }) => x)).toEqual(sameRank.map(({ x }) => x).sort((a, b) => a - b));
  });

  test("lets no two cards touch", () => {
    for (const [index, a] of layout.cards.entries())
      for (const b of layout.cards.slice(index + 1)) {
        const isApart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(isApart).toBe(true);
      }
  });

  test("is the same each time", () => {
    expect(layOutFlow(flowOfProcess(showcase, "fair"))).toEqual(layout);
  });
});

/** Steps by number, each waiting for some before it. */
const wideFlows = fc
  .array(fc.array(fc.nat({ max: 30 }), { maxLength: 4 }), { minLength: 8, maxLength: 30 })
  .map(
    (waits): Flow => ({
      title: "Wide",
      nodes: waits.map((_none, index) => ({
        id: `s${index}`,
        title: `Step ${index} with a title of more than one line`.slice(0, 10 + 7 * (index % 5)),
        kind: "task",
        roleTitles: ["Lead"],
        conditional: false,
      })),
      edges: waits.flatMap((before, index) =>
        [...new Set(before)]
          .filter((from) => from < index)
          .map((from) => ({ from: `s${from}`, to: `s${index}`, label: from % 5 === 0 ? "Yes" : undefined })),
      ),
    }),
  );

test("a flow of any width is seen as a whole: no card touches another, and no line passes through one", () => {
  fc.assert(
    fc.property(wideFlows, (flow) => {
      const { width, cards, lines } = layOutFlow(flow);
      expect(width).toBeLessThanOrEqual(760);
      expect(cards).toHaveLength(flow.nodes.length);
      expect(lines).toHaveLength(flow.edges.length);
      const place = new Map(cards.map((card) => [card.id, card]));
      for (const [index, a] of cards.entries())
        for (const b of cards.slice(index + 1)) {
          const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
          expect(isBeside || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
        }
      for (const { from, to, points } of lines) {
        const [above, below] = [place.get(from), place.get(to)];
        expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0);
        for (const [index, { x, y }] of points.entries()) {
          const next = points[index + 1];
          if (next?.x !== x) continue;
          const crossed = cards.filter(
            (card) => card.x < x && x < card.x + card.width && card.y < next.y && y < card.y + card.height,
          );
          expect(crossed.map(({ id }) => id)).toEqual([]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("a wide flow whose steps wait for one another has all its cards", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const node = { kind: "task", roleTitles: [], conditional: false } as const;
  const edges = ids.flatMap((to) => [
    { from: "root", to },
    {
      from: to,
      to: ids[(ids.indexOf(to) + 1) % ids.length] ?? "a",
      label: "A long label of a line".repeat(2),
    },
  ]);
  const flow: Flow = {
    title: "Round",
    nodes: ["root", ...ids].map((id) => ({ ...node, id, title: id })),
    edges,
  };
  expect(layOutFlow(flow).cards).toHaveLength(7);
});

test("a cycle or a line to itself does not stop the layout", () => {
  const node = { kind: "task", roleTitles: [], conditional: false } as const;
  const flow: Flow = {
    title: "Round",
    nodes: [
      { ...node, id: "a", title: "A" },
      { ...node, id: "b", title: "B" },
    ],
    edges: [
      { from: "a", to: "b" },
      { from: "b", to: "a" },
      { from: "a", to: "a" },
      { from: "a", to: "nowhere" },
    ],
  };
  expect(layOutFlow(flow).cards).toHaveLength(2);
});

test("wrapped lines fit, and nothing but the end is lost", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 120, unit: "grapheme" }),
      fc.integer({ min: 40, max: 300 }),
      (text, width) => {
        const style = { fontSize: 14, weight: "bold" } as const;
        const lines = wrapText(text, width, style, 4);
        expect(lines.length).toBeLessThanOrEqual(4);
        for (const line of lines) {
          const isOneSign = [...line].length <= 2;
          expect(isOneSign || textWidth(line, 14, "bold") <= width).toBe(true);
        }
        const joined = lines.join("").replace(/\s/g, "").replace(/…$/, "");
        expect(text.replace(/\s/gu, "").startsWith(joined.replace(/…$/, ""))).toBe(true);
      },
    ),
  );
});

test("no title breaks out of the picture", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: "binary" }), (title) => {
      const flow: Flow = {
        title,
        nodes: [{ id: "a", title, kind: "approval", roleTitles: [title], due: title, conditional: true }],
        edges: [],
      };
      const svg = drawFlow(layOutFlow(flow));
      const names = [...svg.matchAll(/<\/?([^\s/>]+)/g)].map(([, name]) => name);
      expect(names.every((name) => /^(?:svg|title|desc|g|a|path|text|rect)$/.test(name ?? ""))).toBe(true);
    }),
  );
});

describe("a diagram somebody wrote", () => {
  test("is drawn without styles, scripts or addresses", () => {
    const svg = drawMermaid('flowchart LR\n  a["<img src=x onerror=alert(1)>"] --> b', "Picture") ?? "";
    expect(svg).toContain("<polyline");
    expect(svg).not.toMatch(/<style|<script|<img|style=|@import|url\((?!#m)|\d\.\d{3}/);
  });
  test.each([
    ['flowchart LR\n a["x"]:::c\n classDef c fill:url(https://evil.example/x)', "an address in a class"],
    [
      '%%{init: {"themeCSS": "*{background:url(https://evil.example)}"}}%%\nflowchart LR\n a-->b',
      "style of its own",
    ],
    ['flowchart LR\n a-->b\n click a "javascript:alert(1)"', "a click that runs"],
    ["flowchart LR\n a-->b\n style a fill:red;stroke:url(javascript:alert(1))", "a style that runs"],
  ])("%s stays harmless: %s", (text) => {
    expect(drawMermaid(text, "Picture") ?? "").not.toMatch(/evil|javascript:|<style|foreignObject/);
  });
  test.each([
    'flowchart LR\n a["x\\" onload=\\"alert(1)"] --> b',
    'flowchart LR\n a["<svg onload=alert(1)>"] -- "<a href=javascript:alert(1)>y</a>" --> b',
    'flowchart LR\n subgraph "x\\" onclick=\\"alert(1)"\n a --> b\n end',
    "sequenceDiagram\n participant A as <script>alert(1)</script>\n A->>A: <iframe src=javascript:alert(1)>",
  ])("brings no element or attribute of its own: %s", (text) => {
    const svg = drawMermaid(text, "Picture") ?? "";
    const tags = [...svg.matchAll(/<([a-zA-Z][^\s/>]*)((?:\s+[^\s=>]+="[^"]*")*)\s*\/?>/g)];
    const names = new Set(tags.map(([, name]) => name));
    const attributes = new Set(
      tags.flatMap(([, , all = ""]) => [...all.matchAll(/([^\s=]+)="/g)].map(([, name]) => name)),
    );
    expect([...names].filter((name) => /script|iframe|img|style|foreign/i.test(name ?? ""))).toEqual([]);
    expect([...attributes].filter((name) => /^(?:on.*|style|href|src)$/i.test(name ?? ""))).toEqual([]);
  });
  test("of a kind that is not known is left for later", () => {
    expect(drawMermaid('pie title Pie\n  "A": 1', "Picture")).toBeUndefined();
  });
});
