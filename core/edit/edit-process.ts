import {
  cutFrontMatter,
  normalizeText,
  type ParsedProcess,
  parseProcess,
  yamlDocument,
} from "../definition/index.ts";
import { text as words } from "../text/index.ts";
import { addStep } from "./add-step.ts";
import { renameHeading, setInstructions } from "./edit-body.ts";
import { processKeyOrder, stepKeyOrder } from "./key-order.ts";
import { isOnlyTheWish } from "./only-the-wish.ts";
import { applyToFile } from "./raw-text.ts";
import { setKey } from "./set-key.ts";
import type { TextEdit } from "./text-edit.ts";
import type { FieldValue, Wish } from "./wish.ts";
import { type MapPlace, stepMaps, topMap } from "./yaml-places.ts";

/** A file with a wish carried out, or why it could not be. */
export type EditResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/**
 * Carries out one wish in the text of a process file, by position: comments, quotes, order and line ends stay to the byte
 * everywhere else. A wish that is already met gives the same text. The result reads as the old file with just the wish,
 * and has no finding that the old one lacks; where that cannot be had, nothing is changed and the message says why.
 */
export function editProcess(file: string, wish: Wish): EditResult {
  const text = normalizeText(file);
  const before = parseProcess({ path: "area/process.mdx", text });
  if (before.frontMatter.value === undefined || before.body.findings.length > 0)
    return refused(words.edit.unreadable);
  const facts = factsOf(text, before);
  const found = editsFor(wish, facts);
  if ("message" in found) return refused(found.message);
  const result = applyToFile(file, found.edits);
  const after = parseProcess({ path: before.path, text: normalizeText(result) });
  const isNew = ({ problemId, message }: ParsedProcess["findings"][number]) =>
    !before.findings.some((known) => known.problemId === problemId && known.message === message);
  const mistake = after.findings.find(isNew);
  if (mistake) return refused(words.edit.unusable(mistake.message));
  return isOnlyTheWish(before, after, wish) ? { ok: true, text: result } : refused(whyMore(wish));
}

/** Why more than the wish would change: by what was wished, else by how the file is written. */
function whyMore({ kind }: Wish): string {
  if (kind === "set-instructions") return words.edit.instructions;
  return kind === "rename-step" ? words.edit.name : words.edit.layout;
}

interface FileFacts {
  readonly text: string;
  readonly parsed: ParsedProcess;
  readonly yaml: string;
  readonly yamlStart: number;
  readonly document: ReturnType<typeof yamlDocument>;
}

type Found = { readonly edits: readonly TextEdit[] } | { readonly message: string };

function refused(message: string): EditResult {
  return { ok: false, message };
}

function factsOf(text: string, parsed: ParsedProcess): FileFacts {
  const { yaml } = cutFrontMatter(text);
  return {
    text,
    parsed,
    yaml,
    yamlStart: text.indexOf(yaml, "---".length),
    document: yamlDocument(yaml),
  };
}

function editsFor(wish: Wish, facts: FileFacts): Found {
  switch (wish.kind) {
    case "set-process-field":
      return keyEdits(topMap(facts.document), wish.field, wish.value, processKeyOrder, facts);
    case "set-step-field":
      return keyEdits(mapOfStep(wish.step, facts), wish.field, wish.value, stepKeyOrder, facts, wish.step);
    case "rename-step":
      return renaming(wish.step, wish.title, facts);
    case "set-instructions": {
      const title = titleOf(wish.step, facts);
      if (title === undefined) return { message: words.edit.unknownStep(wish.step) };
      return { edits: setInstructions(bodyOf(facts), titlesOf(facts), title, wish.markdown) };
    }
    case "add-step": {
      if (mapOfStep(wish.step.id, facts)) return { message: words.edit.knownStep(wish.step.id) };
      if (wish.after !== null && !mapOfStep(wish.after, facts))
        return { message: words.edit.unknownStep(wish.after) };
      const edit = addStep(facts.yaml, facts.document, wish.after, wish.step);
      return edit ? { edits: inFile([edit], facts) } : { message: words.edit.layout };
    }
  }
}

const neededKeys: readonly string[] = ["title", "summary", "outcome", "trigger", "owner"];

function keyEdits(
  map: MapPlace | undefined,
  key: string,
  value: FieldValue,
  order: readonly string[],
  facts: FileFacts,
  step?: string,
): Found {
  if (!map) return { message: step === undefined ? words.edit.unreadable : words.edit.unknownStep(step) };
  if (value === null && neededKeys.includes(key) && step === undefined)
    return { message: words.edit.needed(key) };
  const existing = map.keys.find((place) => place.key === key)?.value;
  const isRemarked = existing && /(?:^|\s)#/.test(facts.yaml.slice(existing.start, existing.end));
  if (isRemarked && existing.isBlock) return { message: words.edit.remarkInside(key) };
  return { edits: inFile(setKey({ yaml: facts.yaml, map, key, value, order }), facts) };
}

function renaming(step: string, title: string, facts: FileFacts): Found {
  const before = titleOf(step, facts);
  if (before === undefined) return { message: words.edit.unknownStep(step) };
  if (before === title) return { edits: [] };
  const found = keyEdits(mapOfStep(step, facts), "title", title, stepKeyOrder, facts, step);
  return "message" in found
    ? found
    : { edits: [...found.edits, ...renameHeading(bodyOf(facts), before, title)] };
}

function inFile(edits: readonly TextEdit[], { yamlStart }: FileFacts): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ start: start + yamlStart, end: end + yamlStart, text }));
}

function mapOfStep(step: string, { document }: FileFacts): MapPlace | undefined {
  return stepMaps(document)?.steps.find(({ id }) => id === step)?.map;
}

function titlesOf({ parsed }: FileFacts): string[] {
  return (parsed.draft.steps ?? []).flatMap(({ title }) => title ?? []);
}

function titleOf(step: string, { parsed }: FileFacts): string | undefined {
  return parsed.draft.steps?.find(({ id }) => id === step)?.title;
}

function bodyOf({ text, parsed }: FileFacts) {
  return { text, body: parsed.body };
}
