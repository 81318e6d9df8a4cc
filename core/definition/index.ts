export { answerLabel } from "./answer-label.ts";
export { fieldOfAnswer, isAnswerTag } from "./answer-tags.ts";
export { type AnswerPlace, answeredText, answerPlaces } from "./answered-text.ts";
export { answersTo } from "./answers-to.ts";
export { attendanceBy } from "./attendance-by.ts";
export type { BodyFence, BodyLink } from "./body-parts.ts";
export type { CalendarSettings } from "./calendar-settings.ts";
export { collectTypes } from "./collect-schema.ts";
export { type ComponentDefinition, components } from "./components.ts";
export { type Condition, type ConditionTest, evaluateCondition, readCondition } from "./condition.ts";
export { conditionOfStep } from "./condition-of-step.ts";
export { defineHandbook } from "./define-handbook.ts";
export { defaultAnchor, defineProcess, dependenciesOf, everyUnits, siblingsOf } from "./define-process.ts";
export { editorSchemas, type JsonSchema } from "./editor-schemas.ts";
export { type FieldReference, fieldReference, type ReferenceTable } from "./field-reference.ts";
export { findSection } from "./find-section.ts";
export type { Finding } from "./finding.ts";
export { cutFrontMatter } from "./front-matter.ts";
export type { Handbook, HandbookConfig, KnownPeople, Person, Publish, Role, Theme } from "./handbook.ts";
export type { HandbookShape } from "./handbook-schema.ts";
export { idFrom } from "./id-from.ts";
export { idPattern } from "./id-pattern.ts";
export { isLogin } from "./is-login.ts";
export { isTimeZone } from "./is-time-zone.ts";
export { itemsOf, type ListProblem, listProblem, longestItem, mostItems } from "./items-of.ts";
export { type KeptProcess, keptProcess, keptProcessSchema, restoredProcess } from "./kept-process.ts";
export { listOf } from "./list-of.ts";
export type { DataPath, LocatedData, Position } from "./located-yaml.ts";
export { mostSteps } from "./most-steps.ts";
export { nameOf } from "./name-of.ts";
export { normalizeText, sizeRefusal } from "./normalize-text.ts";
export type { ParsedBody } from "./parse-body.ts";
export {
  filesRead,
  type HandbookFiles,
  isHandbookFile,
  type ParsedData,
  type ParsedHandbook,
  parseHandbook,
  settingsFileMeant,
  settingsFiles,
} from "./parse-handbook.ts";
export { parseInstructions } from "./parse-instructions.ts";
export type { ParsedPage } from "./parse-page.ts";
export { type ParsedProcess, type ProcessSource, parseProcess } from "./parse-process.ts";
export { peopleNamedIn } from "./people-named-in.ts";
export type { PersonShape, RoleShape } from "./people-schema.ts";
export type {
  ApprovalPolicy,
  AskField,
  AskType,
  CollectField,
  CollectType,
  HandbookSection,
  Instructions,
  OneOf,
  ProcessDefinition,
  ProcessId,
  RoleId,
  Step,
  StepId,
  StepInput,
  StepKind,
} from "./process-definition.ts";
export type { ProcessShape } from "./process-schema.ts";
export { processesWithin } from "./processes-within.ts";
export type { AskFieldShape } from "./question-schema.ts";
export type { Draft } from "./read-shape.ts";
export { reviewDueOn } from "./review-due-on.ts";
export { isSafeLink } from "./safe-link.ts";
export type { ChecklistItem, Section } from "./section.ts";
export { settingsFor } from "./settings-for.ts";
export { type KnownSibling, nameBeside, namesBeside, siblingIn, waitingBeside } from "./sibling-in.ts";
export { readSiblingStep, type SiblingStep } from "./sibling-step.ts";
export { type StepShape, stepKinds } from "./step-schema.ts";
export { stepOfTask, stepsMadeFrom, unfoldDefinition, writtenStepOf } from "./unfold-definition.ts";
export { votesNeeded } from "./votes-needed.ts";
export { waitsForAny } from "./waits-for-any.ts";
export { yamlDocument } from "./yaml-document.ts";
