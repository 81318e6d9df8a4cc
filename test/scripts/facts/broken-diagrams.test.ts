import { expect, test } from "vitest";
import { parseHandbook } from "../../../core/definition/index.ts";
import { findBrokenDiagrams } from "../../../scripts/facts/broken-diagrams.ts";

/** One diagram of each kind that Mermaid knows, with what its parser takes a browser for: labels in HTML, links, colours. */
const sound: readonly string[] = [
  'flowchart TD\n  a["<b>x</b>"] -->|yes| b{"really?"}\n  click a "https://example.org" "tip"',
  "flowchart LR\n  a[\"<script>alert('x')</script>\"] --> b",
  "%%{init: {'theme': 'dark'}}%%\ngraph LR\n  a --- b",
  '---\ntitle: A title\n---\nflowchart LR\n  a["$$x^2$$"] --> b',
  'sequenceDiagram\n  box Purple Team\n  participant A\n  end\n  A->>B: Hello #59;\n  links A: {"Page": "https://example.org"}',
  'classDiagram\n  class A~T~ { +int x }\n  A <|-- B : is\n  link A "https://example.org" "tip"',
  "stateDiagram-v2\n  [*] --> A : go\n  A --> [*]",
  'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER { int id PK "number" }',
  "journey\n  title Day\n  section Morning\n  Make tea: 5: Me, Cat",
  "gantt\n  dateFormat YYYY-MM-DD\n  section A\n  one :a1, 2024-01-01, 30d\n  two :after a1, 20d",
  'pie showData\n  "A" : 3\n  "B" : 4.5',
  "quadrantChart\n  x-axis Low --> High\n  A: [0.3, 0.6]",
  "requirementDiagram\n  requirement r {\n  id: 1\n  text: t\n  risk: high\n  verifymethod: test\n  }",
  'gitGraph\n  commit id: "a"\n  branch d\n  commit',
  'C4Context\n  Person(a, "A", "x")\n  System(b, "B")\n  Rel(a, b, "uses")',
  "mindmap\n  root((m))\n    A\n    B",
  "timeline\n  title History\n  2002 : One : Two",
  "sankey-beta\n\nA,B,3\nB,C,2",
  'xychart-beta\n  x-axis [a, b]\n  y-axis "R" 0 --> 10\n  bar [1, 2]',
  'block-beta\n  columns 2\n  a["A"] b:1\n  a --> b',
  'packet-beta\n  0-15: "Source"\n  16-31: "Target"',
  "kanban\n  todo[To do]\n    a[Write]@{ assigned: 'x' }",
  "architecture-beta\n  service db(database)[D]\n  service s(server)[S]\n  db:L -- R:s",
  'radar-beta\n  axis a["A"], b["B"], c["C"]\n  curve x["X"]{1, 2, 3}',
  'treemap-beta\n"A"\n  "B": 10',
];

async function brokenIn(diagrams: readonly string[]) {
  const body = diagrams.map((text) => `\`\`\`mermaid\n${text}\n\`\`\`\n`).join("\n");
  return findBrokenDiagrams(parseHandbook(new Map([["a/b.mdx", `---\ntitle: B\n---\n\n${body}`]])));
}

test("each kind of diagram is read as in a browser", async () => {
  expect(await brokenIn(sound)).toEqual(new Map());
});

/** Some kinds take any line for a name, so that nothing is wrong in them. */
const takesAnything = /^(?:timeline)/;

test("what does not belong there is found in each kind", async () => {
  const spoilt = sound.filter((text) => !takesAnything.test(text)).map((text) => `${text}\n ]]] --> {{ |`);
  const broken = await brokenIn(spoilt);
  expect(spoilt.filter((text) => !broken?.get(text)?.reason)).toEqual([]);
  expect(
    [...(broken?.values() ?? [])].filter(({ reason }) => /is not a function|undefined/.test(reason)),
  ).toEqual([]);
});

test("a handbook without diagrams asks nobody", async () => {
  expect(await brokenIn([])).toBeUndefined();
});
