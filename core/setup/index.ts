export { handrailWorkflow, isHandrailWorkflow, renewWorkflow, workflowPath } from "./handrail-workflow.ts";
export { isPagesWorkflow, pagesWorkflow, pagesWorkflowPath, renewPagesWorkflow } from "./pages-workflow.ts";
export { namedRoles, type SetupAnswers, starterFiles, starterRoles } from "./starter-files.ts";
