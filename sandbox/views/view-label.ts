import type { Label } from "../state/types.ts";
import { repositoryApi, type View, type ViewContext } from "./view-context.ts";

export function viewLabel(label: Label, context: ViewContext): View {
  return {
    id: label.id,
    node_id: label.nodeId,
    url: `${repositoryApi(context)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: label.isDefault,
    description: label.description,
  };
}
