export {
  handrailWorkflow,
  isAsMade,
  isHandrailWorkflow,
  publishesPages,
  renewWorkflow,
  type WorkflowRequest,
  workflowPath,
} from "./handrail-workflow.ts";
export { writeGitignore } from "./ignored-paths.ts";
export { heardEvents, jobPermissions, neededPermissions } from "./needed-access.ts";
export { namedRoles, type SetupAnswers, starterFiles, starterRoles } from "./starter-files.ts";
