/** One thing to do, as a list has it. */
export interface ImportedItem {
  /** As it is written, without the sign of the list before it. */
  readonly words: string;
  /** The heading it stands under; empty where there is none. */
  readonly heading: string;
  /** What stands below it and belongs to it, line by line; boxes with their sign, `[ ] `. */
  readonly details: readonly string[];
  /** Who does it, as the list names them; empty where it does not say. */
  readonly role: string;
  /** When it is due, as the list says it; empty where it does not say. */
  readonly offset: string;
}

/** Something that the list asks whoever begins. */
export interface ImportedQuestion {
  readonly label: string;
  readonly type: "text" | "long-text" | "choice";
  readonly options: readonly string[];
  readonly isRequired: boolean;
  readonly help: string;
}

/** A list of things to do, read from a file of any shape. Each line of the file that says something is in it, once at least. */
export interface ImportedList {
  /** What the list calls itself; empty where it does not say. */
  readonly title: string;
  /** What it says before its first item. */
  readonly about: readonly string[];
  readonly items: readonly ImportedItem[];
  readonly questions: readonly ImportedQuestion[];
  /** What it says that belongs to no item, in the order written. */
  readonly rest: readonly string[];
}
