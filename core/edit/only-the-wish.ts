import type { ParsedProcess } from "../definition/index.ts";
import type { FieldValue, Wish } from "./wish.ts";

type Data = Record<string, unknown>;

/** Whether a file reads as another one with a wish carried out, and in nothing else otherwise. */
export function isOnlyTheWish(before: ParsedProcess, after: ParsedProcess, wish: Wish): boolean {
  const wanted = wishedData(structuredClone(before.frontMatter.value) as Data, wish);
  return (
    keyOf(after.frontMatter.value) === keyOf(wanted) &&
    keyOf(partsOf(after)) === keyOf(wishedParts(before, wish))
  );
}

function wishedData(data: Data, wish: Wish): Data {
  const steps = (data["steps"] ?? []) as Data[];
  const step =
    "step" in wish && typeof wish.step === "string" ? steps.find(({ id }) => id === wish.step) : undefined;
  switch (wish.kind) {
    case "set-process-field":
      put(data, wish.field, wish.value);
      break;
    case "set-step-field":
      if (step) put(step, wish.field, wish.value);
      break;
    case "rename-step":
      if (step) put(step, "title", wish.title);
      break;
    case "add-step": {
      const at = wish.after === null ? 0 : steps.findIndex(({ id }) => id === wish.after) + 1;
      const added: Data = { id: wish.step.id, title: wish.step.title };
      for (const [key, value] of Object.entries(wish.step.fields)) put(added, key, value);
      steps.splice(at, 0, added);
      break;
    }
    case "set-instructions":
      break;
  }
  return data;
}

function put(data: Data, key: string, value: FieldValue | undefined): void {
  if (value === null || value === undefined) delete data[key];
  else data[key] = value;
}

interface Part {
  readonly title: string;
  readonly markdown: string;
}

function partsOf({ body }: ParsedProcess): Part[] {
  return [body.introduction, ...body.sections].map(({ title, markdown }) => ({ title, markdown }));
}

function wishedParts(before: ParsedProcess, wish: Wish): Part[] {
  const parts = partsOf(before);
  const titleBefore =
    "step" in wish && typeof wish.step === "string"
      ? before.draft.steps?.find(({ id }) => id === wish.step)?.title
      : undefined;
  const index = parts.findIndex(({ title }) => titleBefore !== undefined && title === titleBefore);
  const found = parts[index];
  if (wish.kind === "rename-step" && found) return parts.with(index, { ...found, title: wish.title });
  if (wish.kind !== "set-instructions" || titleBefore === undefined) return parts;
  const markdown = wish.markdown.trim();
  if (found) return parts.with(index, { ...found, markdown });
  const earlier = (before.draft.steps ?? []).flatMap(({ title }) => title ?? []);
  const place = earlier
    .slice(0, earlier.indexOf(titleBefore))
    .map((title) => parts.findIndex((part, at) => at > 0 && part.title === title))
    .findLast((at) => at > 0);
  return parts.toSpliced(place === undefined ? parts.length : place + 1, 0, { title: titleBefore, markdown });
}

/** Data as text in which the order of keys does not count. */
function keyOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
