import {
  describeChanges,
  type HandbookChanges,
  type ProcessEntry,
  type RoleEntry,
} from "../../core/change/index.ts";
import type { ProcessDefinition } from "../../core/definition/index.ts";
import { flowOf, mermaidFlowchart } from "../../core/diagram/index.ts";
import { joinMarkdown, type Markdown, md, ours, text } from "../../core/text/index.ts";
import { type ComparedHandbooks, namesFor } from "./change-names.ts";

const words = text.diff;

/** What a change of the handbook means, as Markdown for a pull request: in words, and in pictures. */
export function changesAsMarkdown(changes: HandbookChanges, handbooks: ComparedHandbooks): string {
  const { processes, roles } = changes;
  if (processes.length + roles.length === 0) return `${words.nothing}\n`;
  const counts = (["added", "removed", "changed"] as const).map((kind) => ({
    kind,
    total: processes.filter((entry) => entry.kind === kind).length,
  }));
  const parts = [
    md`${words.counts(counts, roles.length)}`,
    ...processes.map((entry) => processPart(entry, handbooks)),
    ...(roles.length === 0 ? [] : [md`### ${words.roles}`, list(roles.flatMap(roleSentences))]),
  ];
  return `${joinMarkdown(parts, "\n\n").text}\n`;
}

function processPart(entry: ProcessEntry, handbooks: ComparedHandbooks): Markdown {
  const definition = handbooks.after.processes.get(entry.process);
  const heading = md`### ${entry.title}`;
  if (definition === undefined) return joinMarkdown([heading, list([words.removed])], "\n\n");
  const sentences = [
    ...(entry.kind === "added" ? [words.added(definition.summary, definition.steps.length)] : []),
    ...(entry.renamedFrom === undefined ? [] : [words.renamed(entry.renamedFrom, entry.process)]),
    ...(entry.movedFrom === undefined ? [] : [words.moved(entry.movedFrom, definition.area)]),
    ...describeChanges(entry.changes, namesFor(definition, handbooks)),
  ];
  return joinMarkdown([heading, list(sentences), picture(entry, definition, handbooks)], "\n\n");
}

/** The flow after the change, with the steps that changed set off; nothing where only words did. */
function picture(entry: ProcessEntry, definition: ProcessDefinition, { after }: ComparedHandbooks): Markdown {
  const changed = new Set(entry.changes.flatMap((change) => ("step" in change ? [change.step] : [])));
  if (changed.size === 0 && entry.kind !== "added") return md``;
  const flow = flowOf(definition, (role) => after.roles.get(role)?.title ?? role);
  const mermaid = mermaidFlowchart(flow, changed);
  return ours(
    `<details><summary>${words.picture(changed.size > 0)}</summary>\n\n\`\`\`mermaid\n${mermaid}\`\`\`\n\n</details>`,
  );
}

function roleSentences({ title, kind, titleBefore, people, deputies, isReordered }: RoleEntry): string[] {
  if (kind === "removed") return [words.roleRemoved(title)];
  return [
    ...(kind === "added" ? [words.roleAdded(title, people.added)] : []),
    ...(titleBefore === undefined ? [] : [words.roleRenamed(titleBefore, title)]),
    ...(kind === "added" ? [] : words.people(title, people.added, people.removed)),
    ...(isReordered ? [words.reordered(title)] : []),
    ...words.deputies(title, deputies.added, deputies.removed),
  ];
}

function list(sentences: readonly string[]): Markdown {
  return joinMarkdown(
    sentences.map((sentence) => md`- ${sentence}`),
    "\n",
  );
}
