export { handrailWorkflow, isHandrailWorkflow, renewWorkflow, workflowPath } from "./handrail-workflow.ts";
export { namedRoles, type SetupAnswers, starterFiles, starterRoles } from "./starter-files.ts";
