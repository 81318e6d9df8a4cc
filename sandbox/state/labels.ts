import { emit } from "./emit.ts";
import type { LabelChanges } from "./events.ts";
import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import { Refusal } from "./refusal.ts";
import type { Act, GitHubState, Label } from "./types.ts";

/** Label names are told apart without regard to case. */
export function findLabel(state: GitHubState, name: string): Label | undefined {
  return state.labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
}

export interface NewLabel {
  readonly name: string;
  readonly color: string;
  readonly description?: string | null;
}

export function createLabel(act: Act, input: NewLabel): Label {
  checkLabel(act.state, input);
  const id = nextId(act.state);
  const label: Label = {
    id,
    nodeId: nodeId("label", id),
    name: input.name,
    color: input.color.toLowerCase(),
    description: input.description ?? null,
    isDefault: false,
    createdAt: act.now,
    updatedAt: act.now,
  };
  act.state.labels.push(label);
  emit(act, { name: "label", action: "created", label });
  return label;
}

/** The labels with these names; ones that do not exist are made, grey, as REST does when an issue asks for them. */
export function findOrCreateLabels(act: Act, names: readonly string[]): Label[] {
  return names.map((name) => findLabel(act.state, name) ?? createLabel(act, { name, color: "ededed" }));
}

export function updateLabel(act: Act, label: Label, input: Partial<NewLabel>): void {
  const previous = { name: label.name, color: label.color, description: label.description };
  const next = { ...previous, ...input };
  checkLabel(act.state, next, label);
  label.name = next.name;
  label.color = next.color.toLowerCase();
  label.description = next.description ?? null;
  label.updatedAt = act.now;
  const changes: LabelChanges = {
    ...(label.name !== previous.name && { name: { from: previous.name } }),
    ...(label.color !== previous.color && { color: { from: previous.color } }),
    ...(label.description !== previous.description && { description: { from: previous.description ?? "" } }),
  };
  if (Object.keys(changes).length > 0) emit(act, { name: "label", action: "edited", label, changes });
}

/** Removes the label, from every issue too. */
export function deleteLabel(act: Act, label: Label): void {
  act.state.labels.splice(act.state.labels.indexOf(label), 1);
  for (const issue of act.state.issues.values())
    issue.labels = issue.labels.filter((other) => other !== label);
  emit(act, { name: "label", action: "deleted", label });
}

// The limits are those of https://docs.github.com/en/rest/issues/labels#create-a-label.
function checkLabel(state: GitHubState, input: NewLabel, self?: Label): void {
  const refuse = (field: string, code: string) =>
    new Refusal("unprocessable", `Label ${field} is not valid (${code})`, [
      { resource: "Label", field, code },
    ]);
  if (input.name.trim() === "") throw refuse("name", "missing_field");
  if ([...input.name].length > 50) throw refuse("name", "invalid");
  if (!/^[0-9a-fA-F]{6}$/.test(input.color)) throw refuse("color", "invalid");
  if ((input.description ?? "").length > 100) throw refuse("description", "invalid");
  const same = findLabel(state, input.name);
  if (same !== undefined && same !== self) throw refuse("name", "already_exists");
}
