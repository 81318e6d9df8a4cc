import { nodeId } from "./node-id.ts";
import type { Instant, IssueField, IssueType, Label } from "./types.ts";

type NextId = () => number;

// What a new repository starts with:
// https://docs.github.com/en/issues/using-labels-and-milestones-to-track-work/managing-labels#about-default-labels
const labelRows = [
  ["bug", "d73a4a", "Something isn't working"],
  ["documentation", "0075ca", "Improvements or additions to documentation"],
  ["duplicate", "cfd3d7", "This issue or pull request already exists"],
  ["enhancement", "a2eeef", "New feature or request"],
  ["good first issue", "7057ff", "Good for newcomers"],
  ["help wanted", "008672", "Extra attention is needed"],
  ["invalid", "e4e669", "This doesn't seem right"],
  ["question", "d876e3", "Further information is requested"],
  ["wontfix", "ffffff", "This will not be worked on"],
] as const;

export const defaultLabels = (id: NextId, now: Instant): Label[] =>
  labelRows.map(([name, color, description]) => {
    const number = id();
    return {
      id: number,
      nodeId: nodeId("label", number),
      name,
      color,
      description,
      isDefault: true,
      createdAt: now,
      updatedAt: now,
    };
  });

const typeRows = [
  ["Task", "yellow", "A specific piece of work"],
  ["Bug", "red", "An unexpected problem or behavior"],
  ["Feature", "blue", "A request, idea, or new functionality"],
] as const;

export const defaultIssueTypes = (id: NextId, now: Instant): IssueType[] =>
  typeRows.map(([name, color, description]) => {
    const number = id();
    return { id: number, nodeId: nodeId("issueType", number), name, color, description, createdAt: now };
  });

// The four fields every organisation starts with:
// https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/managing-issue-fields-in-your-organization
const fieldRows = [
  [
    "Priority",
    "single_select",
    "How urgent the work is",
    ["Urgent red", "High orange", "Medium yellow", "Low gray"],
  ],
  ["Effort", "single_select", "How much work it is", ["High red", "Medium yellow", "Low green"]],
  ["Start date", "date", "When work starts", []],
  ["Target date", "date", "When work is due", []],
] as const;

export const defaultIssueFields = (id: NextId, now: Instant): IssueField[] =>
  fieldRows.map(([name, dataType, description, options]) => {
    const number = id();
    return {
      id: number,
      nodeId: nodeId("issueField", number),
      name,
      dataType,
      description,
      createdAt: now,
      options: options.map((option) => {
        const [optionName = "", color = ""] = option.split(" ");
        const optionId = id();
        return { id: optionId, nodeId: nodeId("issueFieldOption", optionId), name: optionName, color };
      }),
    };
  });
