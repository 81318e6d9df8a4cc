import type { IssueType } from "../state/types.ts";
import type { View } from "./view-context.ts";

export function viewIssueType(type: IssueType): View {
  return {
    id: type.id,
    node_id: type.nodeId,
    name: type.name,
    description: type.description,
    color: type.color,
    created_at: type.createdAt,
    updated_at: type.createdAt,
    is_enabled: true,
  };
}
