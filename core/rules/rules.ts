import { dependencyCycle } from "./dependency-cycle.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { duplicateStep } from "./duplicate-step.ts";
import { fileTooLarge } from "./file-too-large.ts";
import { frontMatterLanguage } from "./front-matter-language.ts";
import { mdxSyntax } from "./mdx-syntax.ts";
import { misplacedFile } from "./misplaced-file.ts";
import { missingField } from "./missing-field.ts";
import { noFrontMatter } from "./no-front-matter.ts";
import { participantWithoutPart } from "./participant-without-part.ts";
import type { Rule } from "./rule.ts";
import { stepWithoutInstructions } from "./step-without-instructions.ts";
import { unknownField } from "./unknown-field.ts";
import { unknownRole } from "./unknown-role.ts";
import { unknownStep } from "./unknown-step.ts";
import { unsafeLink } from "./unsafe-link.ts";
import { unsafeMdx } from "./unsafe-mdx.ts";
import { wrongType } from "./wrong-type.ts";
import { wrongUnit } from "./wrong-unit.ts";
import { wrongValue } from "./wrong-value.ts";
import { yamlFeature } from "./yaml-feature.ts";
import { yamlSyntax } from "./yaml-syntax.ts";

/** Every rule of the checker, by id. A new rule is a file beside this one and a line here. */
export const rules: readonly Rule[] = [
  dependencyCycle,
  duplicateKey,
  duplicateStep,
  fileTooLarge,
  frontMatterLanguage,
  mdxSyntax,
  misplacedFile,
  missingField,
  noFrontMatter,
  participantWithoutPart,
  stepWithoutInstructions,
  unknownField,
  unknownRole,
  unknownStep,
  unsafeLink,
  unsafeMdx,
  wrongType,
  wrongUnit,
  wrongValue,
  yamlFeature,
  yamlSyntax,
];
