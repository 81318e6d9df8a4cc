/** What GitHub keeps with a check run: the pull requests that it was written for, which it does not tell for forks, and what it was written from. */
export interface CheckNote {
  readonly pulls: readonly number[];
  readonly key: string;
}

export function writeCheckNote({ pulls, key }: CheckNote): string {
  return `${pulls.join(",")} ${key}`;
}

/** The note of a check run; no pull request and an empty key where there is none, or it is another program's. */
export function readCheckNote(note: string | null | undefined): CheckNote {
  const [pulls = "", key = ""] = (note ?? "").split(" ");
  return {
    pulls: pulls
      .split(",")
      .map(Number)
      .filter((number) => Number.isSafeInteger(number) && number > 0),
    key,
  };
}
