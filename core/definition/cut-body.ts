/** A part of a body that reads the same whether it is parsed alone or with the rest. */
export interface BodyPiece {
  readonly text: string;
  /** Lines of the body before this piece. */
  readonly linesBefore: number;
  /** Characters of the body before this piece. */
  readonly charactersBefore: number;
}

/**
 * Anything through which one part of a Markdown text can reach into another, or that makes a heading which does
 * not begin with `## ` at the start of a line: fences, link definitions, programs, underlined or indented headings.
 */
const reachesFurther = /```|~~~|\]:|[\t\0]|^[ ]*(?:import|export)\b|^[ ]+#|^[ ]{0,3}(?:-[ -]*|=+)$/m;

/**
 * Cuts a body before each `## ` heading, so that parts can be parsed apart from each other; nothing when the body
 * holds something that reaches further. Tags and expressions may still stand open at the end of a piece: such a
 * piece is no MDX by itself, and then the body has to be parsed as a whole.
 */
export function cutBody(body: string): BodyPiece[] | undefined {
  if (reachesFurther.test(body)) return undefined;
  const pieces: BodyPiece[] = [];
  let linesBefore = 0;
  let charactersBefore = 0;
  for (const text of body.split(/(?<=\n)(?=##(?:[ \n]|$))/)) {
    pieces.push({ text, linesBefore, charactersBefore });
    linesBefore += countLineEnds(text);
    charactersBefore += text.length;
  }
  return pieces;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
