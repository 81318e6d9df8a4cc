import { nextId } from "./next-id.ts";
import { nodeId } from "./node-id.ts";
import type { Account, Act, Comment, ContentEdit, Issue } from "./types.ts";

/** Replaces the body and keeps every version; the first edit also records the text as first written. */
export function rememberEdit(act: Act, record: Issue | Comment, body: string): void {
  if (record.edits.length === 0) record.edits.push(edit(act, record.author, record.createdAt, record.body));
  record.edits.push(edit(act, act.actor.account, act.now, body));
  record.body = body;
  record.updatedAt = act.now;
}

function edit(act: Act, editor: Account, editedAt: string, body: string): ContentEdit {
  const id = nextId(act.state);
  return { id, nodeId: nodeId("edit", id), editor, editedAt, body };
}
