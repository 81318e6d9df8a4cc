/** A table in Markdown, below its heading. */
export function table(
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [`## ${heading}`, "", line(columns), line(columns.map(() => "---")), ...rows.map(line), ""].join(
    "\n",
  );
}
