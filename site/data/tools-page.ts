import { headingId } from "../markdown/heading-id.ts";
import { addressesUnder } from "./addresses.ts";
import type { Link } from "./role-link.ts";
import type { Site } from "./site.ts";

/** A tool, and where it is used. */
export interface ToolLine {
  /** Of its place on the page of tools. */
  readonly id: string;
  readonly name: string;
  readonly uses: readonly { readonly process: Link; readonly steps: readonly Link[] }[];
}

/** Every tool by name, with the processes and steps that use it. Names that differ in capitals alone are one tool. */
export function toolsPage(site: Site): ToolLine[] {
  const addresses = addressesUnder(site.settings.base);
  const tools = new Map<string, { name: string; uses: Map<string, { process: Link; steps: Link[] }> }>();
  const use = (name: string, process: Link): { steps: Link[] } => {
    const key = name.toLowerCase();
    const tool = tools.get(key) ?? { name, uses: new Map() };
    tools.set(key, tool);
    const entry = tool.uses.get(process.href) ?? { process, steps: [] };
    tool.uses.set(process.href, entry);
    return entry;
  };
  for (const { definition } of site.processes.values()) {
    const process = { text: definition.title, href: addresses.process(definition.id) };
    for (const name of definition.tools) use(name, process);
    for (const step of definition.steps)
      for (const name of step.tools)
        use(name, process).steps.push({ text: step.title, href: addresses.process(definition.id, step.id) });
  }
  const taken = new Set<string>();
  return [...tools.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, uses }) => ({
      id: headingId("tool", name, taken),
      name,
      uses: [...uses.values()].sort((a, b) => a.process.text.localeCompare(b.process.text)),
    }));
}
