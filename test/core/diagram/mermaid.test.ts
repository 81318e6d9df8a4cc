// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { type Flow, flowOf, mermaidFlowchart, mermaidGantt, planBars } from "../../../core/diagram/index.ts";
import { handbookOf, planOf, processOf, shippedFiles } from "../../builders.ts";
import { mermaid } from "../../mermaid.ts";

const handbook = handbookOf(shippedFiles());
const roleTitle = (role: string) => handbook.roles.get(role)?.title ?? role;

const branches = processOf(`ask:
  - { id: budget, label: Budget, type: number }
steps:
  - { id: brief, title: Write the brief, role: author, due: -10d }
  - { id: route, title: Build or buy?, kind: decision, role: editor, options: [build, buy] }
  - { id: build, title: Build it, role: author, when: { route: build } }
  - { id: buy, title: Buy it, role: editor, after: route, when: { route: buy } }
  - { id: end, title: Large ones only, role: author, after: [build, buy], when: { budget: ">= 10000" } }
  - { id: go, title: Go, kind: checkpoint, due: 0d }`);

const hostile = [
  '"] --> x["',
  "</script><img onerror=alert(1)>",
  "end",
  "`code` **bold** #1; %%{init}%%",
  "a:b,c;d",
  "Write\nend :crit, 2026-01-01, 1d",
  "Write\u2028click end javascript:alert(1)",
  "​‮",
];

test.each([...handbook.processes.values(), branches])(
  "mermaid reads the flowchart of $id",
  async (definition) => {
    const diagram = mermaidFlowchart(flowOf(definition, roleTitle, handbook.processes));
    await expect(mermaid.parse(diagram)).resolves.toMatchObject({ diagramType: "flowchart-v2" });
  },
);

test("the flowchart says kinds, roles, dates and outcomes", () => {
  expect(mermaidFlowchart(flowOf(branches, (role) => role, new Map()))).toMatchInlineSnapshot(`
    "flowchart TD
      step_brief["Write the brief<br>author · −10 d"]
      step_route{"Build or buy?<br>editor"}
      step_build["Build it<br>author"]
      step_buy["Buy it<br>editor"]
      step_end["Large ones only<br>author"]
      step_go(["Go<br>0 d"])
      step_brief --> step_route
      step_route -->|"build"| step_build
      step_route -->|"buy"| step_buy
      step_build -->|"Budget ≥ 10000"| step_end
      step_buy --> step_end
      step_end --> step_go
    "
  `);
});

test("the bars of child processes stand in sections of their own, below those of the process", () => {
  const launch = handbook.processes.get("launch-product") ?? branches;
  const plan = planOf(launch, { processes: handbook.processes });
  const lines = mermaidGantt(launch.title, planBars(launch.title, plan.tasks)).split("\n");
  const sections = lines.filter((line) => line.startsWith("  section "));
  const starters = launch.steps.filter(({ process }) => process !== undefined);
  expect(sections).toEqual([launch, ...starters].map(({ title }) => `  section ${title}`));
  expect(lines).toHaveLength(plan.tasks.length + sections.length + 6);
});

test("a plan without child processes has no sections", () => {
  expect(mermaidGantt("Build", planBars("Build", planOf(branches).tasks))).not.toContain("section");
});

describe.each(hostile)("a title such as %j", (title) => {
  const flow: Flow = {
    title,
    nodes: [{ id: "end", title, kind: "task", roleTitles: [title], due: title, conditional: false }],
    edges: [{ from: "end", to: "end", label: title }],
  };

  test("stays a title in a flowchart", async () => {
    await expect(mermaid.parse(mermaidFlowchart(flow))).resolves.toMatchObject({
      diagramType: "flowchart-v2",
    });
    expect(mermaidFlowchart(flow).split(/[\n\r\u2028\u2029]/)).toHaveLength(4);
  });

  test("stays a title in a gantt chart", async () => {
    const plan = planOf(branches);
    const renamed = { ...plan, tasks: plan.tasks.map((task) => ({ ...task, title })) };
    const chart = mermaidGantt(title, planBars(title, renamed.tasks));
    await expect(mermaid.parse(chart)).resolves.toMatchObject({ diagramType: "gantt" });
    const lines = chart.split(/[\n\r\u2028\u2029]/);
    expect(lines).toHaveLength(plan.tasks.length + 6);
    // A colon ends the name of a bar, and the others end or open something else.
    expect(lines.slice(5, -1).filter((line) => !/^ {2}[^:;#,%<>&"`\\{}]+ :[\w, -]+$/.test(line))).toEqual([]);
  });
});
