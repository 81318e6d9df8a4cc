import { runCommandLine } from "../../scripts/command-line.ts";

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command as a person would type it, on the morning of 1 December 2026 unless another moment is given. */
export async function handrail(args: readonly string[], now = "2026-12-01T08:00:00Z"): Promise<Outcome> {
  let out = "";
  let err = "";
  const code = await runCommandLine(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    now: () => now,
    env: {},
  });
  return { code, out, err };
}

/** The arguments of a command typed as one line; a part in single quotes stays together. */
export function typed(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
}
