/** A component that instructions may use. Everything else that looks like a tag is refused. */
export interface ComponentDefinition {
  /** The attributes it takes; each is plain text. */
  readonly attributes: readonly string[];
  /** The word of the alert it becomes in a GitHub issue: `> [!NOTE]`; absent for one that stands for an answer. */
  readonly alert?: "NOTE" | "TIP" | "IMPORTANT" | "WARNING" | "CAUTION";
}

/** The component that stands for the answer to a question of the start form: `<Answer field="version" />`. */
export const answerComponent = "Answer";

/** The components of the handbook, by the name they are written with. */
export const components: ReadonlyMap<string, ComponentDefinition> = new Map([
  ["Note", { attributes: ["title"], alert: "NOTE" }],
  ["Tip", { attributes: ["title"], alert: "TIP" }],
  ["Caution", { attributes: ["title"], alert: "CAUTION" }],
  [answerComponent, { attributes: ["field"] }],
]);
