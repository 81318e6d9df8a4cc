import type { z } from "zod";
import { code } from "../message.ts";
import type { Finding } from "./finding.ts";
import type { LocatedData } from "./located-yaml.ts";
import { readShapeMap } from "./read-shape.ts";

/**
 * Reads a file that says something of people by login, as `readShapeMap` does. To GitHub `demo-ana` and `Demo-Ana` are one
 * person, so a login that stands a second time in other letters is a key given twice, though YAML sees two; the first counts.
 */
export function readPeople<S extends z.ZodRecord<z.ZodString, z.ZodType>>(schema: S, data: LocatedData) {
  const { draft, findings } = readShapeMap(schema, data);
  const written = new Map<string, string>();
  const twice: Finding[] = [];
  for (const login of [...draft.keys()]) {
    const first = written.get(login.toLowerCase());
    if (first === undefined) {
      written.set(login.toLowerCase(), login);
      continue;
    }
    draft.delete(login);
    const { line } = data.keyPositionOf([first]);
    const message = `${code(login)} is the same person as ${code(first)} on line ${line}, as GitHub does not tell capitals from small letters, expected each person once; write everything about them under one of the two, and delete the other.`;
    twice.push({ problemId: "duplicate-key", ...data.keyPositionOf([login]), message });
  }
  return { draft, findings: [...findings, ...twice] };
}
