import { requireWrite } from "../state/authority.ts";
import { createLabel, deleteLabel, findLabel, updateLabel } from "../state/labels.ts";
import { Refusal } from "../state/refusal.ts";
import type { Label } from "../state/types.ts";
import { viewLabel } from "../views/view-label.ts";
import { paginate } from "./paginate.ts";
import { bodyOf, created, noContent, ok, type RestHandlers, type RestRequest } from "./rest-request.ts";

interface LabelBody {
  readonly name?: string;
  readonly new_name?: string;
  readonly color?: string;
  readonly description?: string;
}

export const labelHandlers: RestHandlers = {
  "issues/list-labels-for-repo": (request) =>
    paginate(request, request.act.state.labels, (label) => viewLabel(label, request.context)),

  "issues/get-label": (request) => ok(viewLabel(labelOf(request), request.context)),

  "issues/create-label": (request) => {
    requireWrite(request.act);
    const { name = "", color = "ededed", description = null } = bodyOf<LabelBody>(request);
    return created(viewLabel(createLabel(request.act, { name, color, description }), request.context));
  },

  "issues/update-label": (request) => {
    requireWrite(request.act);
    const label = labelOf(request);
    const { new_name: name, color, description } = bodyOf<LabelBody>(request);
    updateLabel(request.act, label, {
      ...(name !== undefined && { name }),
      ...(color !== undefined && { color }),
      ...(description !== undefined && { description }),
    });
    return ok(viewLabel(label, request.context));
  },

  "issues/delete-label": (request) => {
    requireWrite(request.act);
    deleteLabel(request.act, labelOf(request));
    return noContent();
  },
};

function labelOf({ act, parameters }: RestRequest): Label {
  const label = findLabel(act.state, parameters["name"] ?? "");
  if (label === undefined) throw new Refusal("not-found", "Not Found");
  return label;
}
