/** A stretch of Markdown, or a person who is named there by their login until it is known what they are called. */
type Piece = string | { readonly login: string };

/** Markdown that is ready to be shown: everything in it that people typed has been escaped. */
export class Markdown {
  /** With the logins of people who are named in it. */
  readonly text: string;
  readonly #pieces: readonly Piece[];

  /** For this module; elsewhere {@link md} and {@link ours} are the ways to make one. */
  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    this.text = pieces.map((piece) => (typeof piece === "string" ? piece : escapeName(piece.login))).join("");
  }

  /** The same with people by their names, as far as they are known. */
  withNames(nameOf: (login: string) => string): Markdown {
    return new Markdown(
      this.#pieces.map((piece) => (typeof piece === "string" ? piece : escapeName(nameOf(piece.login)))),
    );
  }

  /** Text and pieces one after the other: text next to text becomes one piece. */
  static of(items: readonly (string | Markdown)[]): Markdown {
    const pieces: Piece[] = [];
    const add = (piece: Piece) => {
      const last = pieces.at(-1);
      if (typeof piece === "string" && typeof last === "string") pieces[pieces.length - 1] = last + piece;
      else pieces.push(piece);
    };
    for (const item of items) {
      if (typeof item === "string") add(item);
      else for (const piece of item.#pieces) add(piece);
    }
    return new Markdown(pieces);
  }

  /** Several pieces one after the other, with text between them. */
  static join(items: readonly Markdown[], between: string): Markdown {
    return Markdown.of(items.flatMap((item, index) => (index === 0 ? [item] : [between, item])));
  }

  /** The same with its own text changed, and the people in it left as they are. */
  mapText(change: (text: string) => string): Markdown {
    return new Markdown(this.#pieces.map((piece) => (typeof piece === "string" ? change(piece) : piece)));
  }

  toString(): string {
    return this.text;
  }
}

/**
 * A template that escapes whatever is put into it: `md\`**${title}** is done\``. Texts and numbers become plain
 * text; {@link Markdown} goes in as it is; lists are joined with nothing between.
 */
export function md(
  parts: TemplateStringsArray,
  ...values: (string | number | Markdown | readonly Markdown[])[]
): Markdown {
  const items = parts.flatMap((part, index): readonly (string | Markdown)[] => {
    const value = values[index];
    if (value === undefined) return [part];
    if (value instanceof Markdown) return [part, value];
    return typeof value === "object" ? [part, ...value] : [part, escapeMarkdown(String(value))];
  });
  return Markdown.of(items);
}

/** Our own words that are Markdown already; never anything that people typed. */
export function ours(markdown: string): Markdown {
  return new Markdown([markdown]);
}

/** Several pieces one after the other, with text between them; pieces that are empty are left out. */
export function joinMarkdown(pieces: readonly Markdown[], between: string): Markdown {
  return Markdown.join(
    pieces.filter(({ text }) => text !== ""),
    between,
  );
}

/** A person who is told: the only way a live mention comes to be. The login must have the form of one. */
export function mention(login: string): Markdown {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(login) ? new Markdown([`@${login}`]) : md`${login}`;
}

/** A person who is named but not told: by their name once it is put in (see `withNames`), until then by their login. */
export function personName(login: string): Markdown {
  return new Markdown([{ login }]);
}

/** A number of an issue in the same repository, as a live reference. */
export function issueLink(number: number): Markdown {
  return new Markdown([`#${number}`]);
}

/** A link whose address comes from us; the words are escaped. */
export function link(words: string, url: string): Markdown {
  return new Markdown([
    `[${escapeMarkdown(words)}](${url.replace(/[()\s<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`)})`,
  ]);
}

/** A word in code marks, whatever it holds. Line breaks become blanks. */
export function codeSpan(word: string): Markdown {
  const line = visible(word);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") || line === "" ? " " : "";
  return new Markdown([`${fence}${pad}${line}${pad}${fence}`]);
}

/** What people typed, as a quotation of its own, line by line; at most 2,000 characters of it. */
export function quoted(typed: string): Markdown {
  const cut = typed.length > 2000 ? `${typed.slice(0, 2000)}…` : typed;
  const lines = cut.replace(/\r\n?/g, "\n").split("\n");
  return new Markdown([lines.map((line) => `> ${escapeMarkdown(line)}`.trimEnd()).join("\n")]);
}

/** A table. Cells are escaped already; a bar or a line break in one cannot break the row. */
export function table(heads: readonly string[], rows: readonly (readonly Markdown[])[]): Markdown {
  const cell = (text: string) => text.replace(/\n/g, " ").replace(/\|/g, "\\|");
  const line = (cells: readonly Markdown[]) => md`| ${Markdown.join(cells, " | ")} |`;
  return Markdown.join(
    [
      line(heads.map(ours)),
      line(heads.map(() => ours("---"))),
      ...rows.map((row) => line(row.map((item) => item.mapText(cell)))),
    ],
    "\n",
  );
}

/** Words and numbers with single blanks and no sign that Markdown or GitHub could make something of: what most texts are. */
const isPlain = /^(?!-| |\d+\))(?:[\p{L}\p{N},;!?"'()]|-(?=\p{L})| (?! |$))*$/u;

/**
 * Plain text as Markdown that shows exactly that text on one line: no mark-up, no HTML, no live mention, no reference
 * to an issue, no link. GitHub finds mentions and references after it has read the Markdown, so a backslash does not
 * stop them; an invisible zero-width space after the sign does.
 */
export function escapeMarkdown(typed: string): string {
  if (isPlain.test(typed)) return typed;
  return visible(typed)
    .replace(/[\\`*_[\]<~$]/g, "\\$&")
    .replace(/&(?=[#a-z0-9]+;)/gi, "\\&")
    .replace(/^[#>=+-]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2")
    .replace(/@/g, "@\u200b")
    .replace(/#(?=\d)/g, "#\u200b")
    .replace(/(GH)-(?=\d)/gi, "$1-\u200b")
    .replace(/(www)\./gi, "$1\u200b.")
    .replace(/(https?|ftp|mailto|xmpp):/gi, "$1\u200b:");
}

/** A name may stand in a table, where a bar would end its cell. */
function escapeName(name: string): string {
  return escapeMarkdown(name).replace(/\|/g, "\\|");
}

/** One line without control, bidirectional or invisible characters. */
function visible(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/(?![\u200c\u200d])[\p{Cf}\u{E0000}-\u{E007F}]/gu, "")
    .trim();
}

/**
 * A sentence of a problem, in which words stand in single backticks: those become code, whatever they hold, and the rest is
 * escaped.
 */
export function messageWithCode(message: string): Markdown {
  const parts = message.split(/`([^`]+)`/);
  return Markdown.of(parts.map((part, index) => (index % 2 === 0 ? escapeInline(part) : codeSpan(part))));
}

/** Escaped text that goes on in the middle of a line, so that blanks at its ends stay. */
function escapeInline(typed: string): string {
  const fromInner = typed.trimStart();
  const inner = fromInner.trimEnd();
  const before = fromInner.length < typed.length ? " " : "";
  return `${before}${escapeMarkdown(inner)}${inner.length < fromInner.length ? " " : ""}`;
}
