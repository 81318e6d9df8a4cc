import { defineProcess } from "../definition/index.ts";
import { isStartForm, startFormPath, writeStartForm } from "../form/index.ts";
import { code } from "../message.ts";
import type { ContextRule } from "./rule.ts";

/** A start form that does not fit its process any more. */
export const staleStartForm: ContextRule = {
  id: "stale-start-form",
  scope: "process-in-context",
  severity: "warning",
  purpose: "The GitHub form that starts a process is the one made from the process as it is now.",
  why: "People fill in the form they see. One that is out of date asks for what nobody needs, or forgets what the process asks for.",
  examples: [
    {
      title: "A process whose form was never written",
      wrong: { facts: { startForms: new Map() } },
      at: "---",
      right: { facts: {} },
    },
  ],
  check: (process, { facts: { startForms }, parsed }) => {
    if (startForms === undefined || process.findings.length > 0) return [];
    const path = startFormPath(process.id);
    const existing = startForms.get(process.id);
    if (existing === writeStartForm(defineProcess(process), parsed.config.draft.site)) return [];
    if (existing !== undefined && !isStartForm(existing)) {
      const message = `${code(path)} stands where the start form belongs, and is not one that Handrail made; rename it, then run \`npx handrail forms\`.`;
      return [{ line: 1, column: 1, message }];
    }
    const found = existing === undefined ? "is missing" : "does not fit the process any more";
    const message = `The start form ${code(path)} ${found}; run \`npx handrail forms\` and commit what it writes.`;
    return [{ line: 1, column: 1, message }];
  },
};
