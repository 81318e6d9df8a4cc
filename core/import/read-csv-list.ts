import type { ImportedItem, ImportedList } from "./imported-list.ts";

/** What the columns of a table may be called. */
const heads = {
  words: /^(?:title|task|step|what|name|item|activity|to ?do|aufgabe|schritt|titel|was)$/i,
  role: /^(?:role|who|owner|responsible|assignee|rolle|wer|verantwortlich)$/i,
  offset: /^(?:offset|due|when|deadline|timing|days|fällig|wann|frist|termin)$/i,
  heading: /^(?:phase|section|group|category|area|bereich|abschnitt)$/i,
} as const;

/**
 * Reads a table with one thing to do in each row: title, role, offset, in any order where the first row names them. Separators are
 * commas, semicolons or tabs. Other columns belong to the row's details, by the name of their column.
 */
export function readCsvList(text: string): ImportedList {
  return listOfRows(rowsOf(text));
}

/** The same of rows that were cut into cells already. */
export function listOfRows(cut: readonly (readonly string[])[]): ImportedList {
  const rows = cut.filter((row) => row.some((cell) => cell !== ""));
  const [first = []] = rows;
  const hasHeads = first.some((cell) => heads.words.test(cell));
  const columnOf = (name: keyof typeof heads, otherwise: number) =>
    hasHeads ? first.findIndex((cell) => heads[name].test(cell)) : otherwise;
  const columns = {
    words: columnOf("words", 0),
    role: columnOf("role", 1),
    offset: columnOf("offset", 2),
    heading: columnOf("heading", -1),
  };
  const used = new Set(Object.values(columns));
  const rest: string[] = [];
  const items: ImportedItem[] = [];
  for (const row of hasHeads ? rows.slice(1) : rows) {
    const cell = (column: number) => row[column] ?? "";
    const others = row.flatMap((value, column) => {
      if (value === "" || used.has(column)) return [];
      const name = hasHeads ? (first[column] ?? "") : "";
      return [name === "" ? value : `${name}: ${value}`];
    });
    const [words, role, offset, heading] = [columns.words, columns.role, columns.offset, columns.heading].map(
      cell,
    );
    if (!words) rest.push([role, offset, heading, ...others].filter(Boolean).join(", "));
    else
      items.push({
        words,
        heading: heading ?? "",
        details: others.flatMap((other) => other.split("\n")),
        role: role ?? "",
        offset: offset ?? "",
      });
  }
  return { title: "", about: [], items, questions: [], rest };
}

/** The rows of a table whose cells may stand in quotes; reads each character once. */
function rowsOf(text: string): string[][] {
  const firstLine = text.split("\n", 1)[0] ?? "";
  const separator = ["\t", ";", ","].reduce((best, sign) =>
    firstLine.split(sign).length > firstLine.split(best).length ? sign : best,
  );
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell.trim() === "") {
      isQuoted = true;
      cell = "";
    } else if (sign === separator) endCell();
    else if (sign === "\n") endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}
