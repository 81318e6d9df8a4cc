export { type Flow, type FlowEdge, type FlowNode, flowOf } from "./flow.ts";
export { mermaidFlowchart } from "./mermaid-flowchart.ts";
export { type GanttBar, inSections, mermaidGantt, planBars, withHour } from "./mermaid-gantt.ts";
export { mermaidText } from "./mermaid-text.ts";
