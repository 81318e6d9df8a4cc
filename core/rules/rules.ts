import { absentWithoutDeputy } from "./absent-without-deputy.ts";
import { approvalOfDecision } from "./approval-of-decision.ts";
import { approvalOfNothing } from "./approval-of-nothing.ts";
import { approvalWithoutApprovers } from "./approval-without-approvers.ts";
import { approvesLaterStep } from "./approves-later-step.ts";
import { branchNeverJoins } from "./branch-never-joins.ts";
import { brokenChecklist } from "./broken-checklist.ts";
import { brokenDiagram } from "./broken-diagram.ts";
import { brokenLink } from "./broken-link.ts";
import { brokenList } from "./broken-list.ts";
import { conditionBeforeDecision } from "./condition-before-decision.ts";
import { cutByHash } from "./cut-by-hash.ts";
import { decisionWithoutEffect } from "./decision-without-effect.ts";
import { decisionWithoutOptions } from "./decision-without-options.ts";
import { dependencyCycle } from "./dependency-cycle.ts";
import { dueBeforePredecessor } from "./due-before-predecessor.ts";
import { duplicateHeading } from "./duplicate-heading.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { duplicateProcess } from "./duplicate-process.ts";
import { duplicateStep } from "./duplicate-step.ts";
import { duplicateTitle } from "./duplicate-title.ts";
import { faintAccent } from "./faint-accent.ts";
import { fieldWithoutEffect } from "./field-without-effect.ts";
import { fileTooLarge } from "./file-too-large.ts";
import { formFieldClash } from "./form-field-clash.ts";
import { frontMatterLanguage } from "./front-matter-language.ts";
import { headingNearStep } from "./heading-near-step.ts";
import { impossibleCondition } from "./impossible-condition.ts";
import { invisibleCharacter } from "./invisible-character.ts";
import { manyInformed } from "./many-informed.ts";
import { manySteps } from "./many-steps.ts";
import { markupInText } from "./markup-in-text.ts";
import { mdxSyntax } from "./mdx-syntax.ts";
import { mergeMarker } from "./merge-marker.ts";
import { misplacedFile } from "./misplaced-file.ts";
import { missingField } from "./missing-field.ts";
import { missingThemeFile } from "./missing-theme-file.ts";
import { noFrontMatter } from "./no-front-matter.ts";
import { noRoles } from "./no-roles.ts";
import { outsideWithPeople } from "./outside-with-people.ts";
import { overPredecessorLimit } from "./over-predecessor-limit.ts";
import { overStepLimit } from "./over-step-limit.ts";
import { participantWithoutPart } from "./participant-without-part.ts";
import { personWithoutRole } from "./person-without-role.ts";
import { policyOverApprovers } from "./policy-over-approvers.ts";
import { processCycle } from "./process-cycle.ts";
import { reminderOnDayOff } from "./reminder-on-day-off.ts";
import { reviewOverdue } from "./review-overdue.ts";
import { roleWithoutDeputy } from "./role-without-deputy.ts";
import { roleWithoutPeople } from "./role-without-people.ts";
import type { Rule } from "./rule.ts";
import { sameName } from "./same-name.ts";
import { scatteredPhase } from "./scattered-phase.ts";
import { selfApproval } from "./self-approval.ts";
import { siblingCycle } from "./sibling-cycle.ts";
import { splitByComma } from "./split-by-comma.ts";
import { staleStartForm } from "./stale-start-form.ts";
import { stepWithoutInstructions } from "./step-without-instructions.ts";
import { stepWithoutProcess } from "./step-without-process.ts";
import { stepWithoutRole } from "./step-without-role.ts";
import { undeliveredInput } from "./undelivered-input.ts";
import { unknownAnswer } from "./unknown-answer.ts";
import { unknownCondition } from "./unknown-condition.ts";
import { unknownDate } from "./unknown-date.ts";
import { unknownField } from "./unknown-field.ts";
import { unknownHolidayRegion } from "./unknown-holiday-region.ts";
import { unknownPerson } from "./unknown-person.ts";
import { unknownProcess } from "./unknown-process.ts";
import { unknownRole } from "./unknown-role.ts";
import { unknownStep } from "./unknown-step.ts";
import { unlistedArea } from "./unlisted-area.ts";
import { unreadFile } from "./unread-file.ts";
import { unsafeLink } from "./unsafe-link.ts";
import { unsafeMdx } from "./unsafe-mdx.ts";
import { unusableChoice } from "./unusable-choice.ts";
import { unusableEach } from "./unusable-each.ts";
import { unusableEvery } from "./unusable-every.ts";
import { unusableSibling } from "./unusable-sibling.ts";
import { unusedOutput } from "./unused-output.ts";
import { unusedRole } from "./unused-role.ts";
import { vagueTitle } from "./vague-title.ts";
import { wrongRuleSetting } from "./wrong-rule-setting.ts";
import { wrongType } from "./wrong-type.ts";
import { wrongUnit } from "./wrong-unit.ts";
import { wrongValue } from "./wrong-value.ts";
import { yamlFeature } from "./yaml-feature.ts";
import { yamlSyntax } from "./yaml-syntax.ts";

/** Every rule of the checker, by id. A new rule is a file beside this one and a line here: `npm run handrail -- new rule ID`. */
export const rules: readonly Rule[] = [
  absentWithoutDeputy,
  approvalOfDecision,
  approvalOfNothing,
  approvalWithoutApprovers,
  approvesLaterStep,
  branchNeverJoins,
  brokenChecklist,
  brokenDiagram,
  brokenLink,
  brokenList,
  conditionBeforeDecision,
  cutByHash,
  decisionWithoutEffect,
  decisionWithoutOptions,
  dependencyCycle,
  dueBeforePredecessor,
  duplicateHeading,
  duplicateKey,
  duplicateProcess,
  duplicateStep,
  duplicateTitle,
  faintAccent,
  fieldWithoutEffect,
  fileTooLarge,
  formFieldClash,
  frontMatterLanguage,
  headingNearStep,
  impossibleCondition,
  invisibleCharacter,
  manyInformed,
  manySteps,
  markupInText,
  mdxSyntax,
  mergeMarker,
  misplacedFile,
  missingField,
  missingThemeFile,
  noFrontMatter,
  noRoles,
  outsideWithPeople,
  overPredecessorLimit,
  overStepLimit,
  participantWithoutPart,
  personWithoutRole,
  policyOverApprovers,
  processCycle,
  reminderOnDayOff,
  reviewOverdue,
  roleWithoutDeputy,
  roleWithoutPeople,
  sameName,
  scatteredPhase,
  selfApproval,
  siblingCycle,
  splitByComma,
  staleStartForm,
  stepWithoutInstructions,
  stepWithoutProcess,
  stepWithoutRole,
  undeliveredInput,
  unknownAnswer,
  unknownCondition,
  unknownDate,
  unknownField,
  unknownHolidayRegion,
  unknownPerson,
  unknownProcess,
  unknownRole,
  unknownStep,
  unlistedArea,
  unreadFile,
  unsafeLink,
  unsafeMdx,
  unusableChoice,
  unusableEach,
  unusableEvery,
  unusableSibling,
  unusedOutput,
  unusedRole,
  vagueTitle,
  wrongRuleSetting,
  wrongType,
  wrongUnit,
  wrongValue,
  yamlFeature,
  yamlSyntax,
];
