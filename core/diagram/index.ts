export { type Flow, type FlowEdge, type FlowNode, type FlowStanding, flowOf } from "./flow.ts";
export { flowOfRun } from "./flow-of-run.ts";
export { mermaidFlowchart } from "./mermaid-flowchart.ts";
export { type GanttBar, inSections, mermaidGantt, planBars, withHour } from "./mermaid-gantt.ts";
export { mermaidText } from "./mermaid-text.ts";
