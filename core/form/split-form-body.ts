/**
 * Cuts the body of an issue made from a form into the answers of its labels, in form order.
 * GitHub writes each answer below `### Label`; a person may type such a line too, so labels are only looked for
 * in their order, each after the one before. A label that is not there has no entry; an empty answer is empty text. What the
 * bot hides below the form of a run inside another one is no answer.
 * Format: https://github.com/issue-ops/parser (fixtures)
 */
export function splitFormBody(body: string, labels: readonly string[]): Map<string, string> {
  const shown = body.replace(hiddenNotes, "");
  // Most texts that are asked are of no form, and it is asked of every step at every look.
  if (!labels.some((label) => shown.includes(`### ${label}`))) return new Map();
  const lines = shown.replace(/\r\n?/g, "\n").split("\n");
  const found: { label: string; line: number }[] = [];
  let from = 0;
  for (const label of labels) {
    const line = lines.findIndex((text, index) => index >= from && text.trimEnd() === `### ${label}`);
    if (line < 0) continue;
    found.push({ label, line });
    from = line + 1;
  }
  return new Map(
    found.map(({ label, line }, index) => {
      const answer = lines
        .slice(line + 1, found[index + 1]?.line)
        .join("\n")
        .trim();
      return [label, isNoAnswer(answer) ? "" : answer];
    }),
  );
}

const hiddenNotes = /<!-- handrail:[^<>]* -->/g;

function isNoAnswer(answer: string): boolean {
  return answer === "_No response_" || answer === "None";
}
