import type { Change, ObservedIssue } from "../../../core/run/index.ts";
import { SimulatedRun } from "./simulated-run.ts";
import { processFile as file, smallHandbook } from "./small-handbook.ts";

/** A process that starts two others, of which `article` waits for `kit`; its steps behind the draft are given as YAML lines, as is one that both come after. */
export function booksBeside(
  behind: readonly string[] = [
    "id: picture, title: Picture, role: author, after: [draft, kit/logo]",
    "id: publish, title: Publish, role: author, due: 0d",
  ],
  head: readonly string[] = [],
  first?: string,
) {
  const after = first === undefined ? "" : (/id: (\w+)/.exec(first)?.[1] ?? "");
  return smallHandbook(
    [
      ...(first === undefined ? [] : [first]),
      `id: article, title: Article, kind: process, process: article, role: lead, after: [${after}], due: -1d`,
      `id: kit, title: Kit, kind: process, process: kit, role: lead, after: [${after}], due: -3d`,
      "id: party, title: Party, role: lead, after: [article, kit], due: +5d",
    ],
    {
      files: {
        "content/article.mdx": file(
          "An article",
          ["id: draft, title: Draft, role: author, due: -40d", ...behind],
          head,
        ),
        "content/kit.mdx": file("A kit", [
          "id: brief, title: Brief, role: editor, due: -30d",
          "id: logo, title: Logo, role: editor, due: -20d",
          "id: send, title: Send, role: editor, due: 0d",
        ]),
      },
    },
  );
}

/** A run with two others in it that stand beside each other; the first of those waits for a step of the second. */
export class RunsBeside {
  readonly above: SimulatedRun;
  readonly inside: ReadonlyMap<"Article" | "Kit", SimulatedRun>;

  constructor(handbook = booksBeside()) {
    const options = {
      handbook,
      anchorDate: "2026-06-01",
      now: "2026-03-02T08:00:00Z",
      startedBy: "stan",
      permissions: { stan: "write" },
    } as const;
    this.above = new SimulatedRun({ ...options, process: "work" });
    this.above.settle();
    const child = (title: string, process: string, lastNumber: number) => {
      const run = new SimulatedRun({ ...options, process, lastNumber });
      run.observed = { ...run.observed, run: this.above.step(title) };
      return run;
    };
    this.inside = new Map([
      ["Article", child("Article", "article", 100)],
      ["Kit", child("Kit", "kit", 200)],
    ]);
    this.settle();
  }

  /** What would be written now, in any of them. */
  decide(): Change[] {
    return this.#all().flatMap((run) => run.decide());
  }

  /** Looks at each in turn until nothing is left; what one writes on the issue it shares with the run above, that sees too. */
  settle(): void {
    for (let round = 0; round < 30; round += 1) {
      const before = this.#written();
      this.above.settle();
      this.#handDown();
      for (const run of this.inside.values()) run.settle();
      this.#handUp();
      if (this.#written() === before) return;
    }
    throw new Error("The runs did not come to rest.");
  }

  close(title: string, by: string, reason: "completed" | "not-planned"): void {
    if (this.issue(title).state === "open")
      this.#change(title, (run, number) => run.close(number, by, reason));
  }

  reopen(title: string, by: string): void {
    if (this.issue(title).state === "closed") this.#change(title, (run, number) => run.reopen(number, by));
  }

  comment(title: string, by: string, words: string): void {
    this.#change(title, (run, number) => run.comment(number, by, words));
  }

  pass(hours: number): void {
    const now = new Date(Date.parse(this.above.now) + hours * 3_600_000).toISOString();
    for (const run of this.#all()) run.now = now;
  }

  /** Looks once at one of the runs, by its place, and carries out only so many of the changes, as when the program is killed then. */
  cutShort(place: number, count: number): void {
    const run = this.#all()[place];
    run?.carryOut(run.decide().slice(0, count));
    if (run === this.above) this.#handDown();
    else this.#handUp();
  }

  /** The run that an issue belongs to: that of the run above where no title is given. */
  runOf(title: string): SimulatedRun {
    return this.#all().find((run) => this.#find(run, title) !== undefined) ?? this.above;
  }

  issue(title: string): ObservedIssue {
    return this.#find(this.runOf(title), title) ?? this.above.observed.run;
  }

  issues(): ObservedIssue[] {
    return this.#all().flatMap(({ observed }) => [observed.run, ...observed.steps]);
  }

  #find({ observed: { run, steps } }: SimulatedRun, title: string): ObservedIssue | undefined {
    if (title === "") return undefined;
    return [...steps, run].find((issue) => issue.title.startsWith(title));
  }

  /** What people do to the issue of a run inside is seen by that run first, as its own. */
  #change(title: string, happening: (run: SimulatedRun, number: number) => void): void {
    const inside = title === "Article" || title === "Kit" ? this.inside.get(title) : undefined;
    const run = inside ?? this.runOf(title);
    happening(run, inside ? inside.observed.run.number : this.issue(title).number);
    this.#handUp();
  }

  #all(): readonly SimulatedRun[] {
    return [this.above, ...this.inside.values()];
  }

  #handDown(): void {
    for (const run of this.inside.values()) {
      const seen = this.above.observed.steps.find(({ number }) => number === run.observed.run.number);
      if (seen) run.observed = { ...run.observed, run: seen };
    }
  }

  #handUp(): void {
    for (const run of this.inside.values())
      this.above.update(run.observed.run.number, () => run.observed.run);
  }

  #written(): string {
    return this.#all()
      .map(({ changes }) => changes.length)
      .join();
  }
}
