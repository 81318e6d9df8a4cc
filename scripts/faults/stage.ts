import { type Decide, decide as decideRun } from "../../core/run/index.ts";
import { act } from "./act.ts";
import { type BotProcess, type Client, startProcess } from "./bot-process.ts";
import type { Violation } from "./compare.ts";
import type { EventFault, FaultAt, RequestFault } from "./fault.ts";
import { leavesNoTrace } from "./leaves-no-trace.ts";
import type { Happening, Life } from "./life.ts";
import { type Random, randomFrom } from "./random.ts";
import { noFaults, type Schedule } from "./schedule.ts";
import { createTraffic, type Work } from "./traffic.ts";
import { watchDecisions } from "./watch-decisions.ts";
import { botLogin, createFaultWorld, type Delivered, type FaultWorld } from "./world.ts";

export interface PlayOptions {
  readonly processes: 1 | 2;
  readonly stale: boolean;
  readonly client: Client;
  /** Each event and each sweep is a job of its own, which begins knowing nothing, as under GitHub Actions. */
  readonly jobs: boolean;
  /** Whether requests go over real sockets instead of straight to the local GitHub. */
  readonly overHttp: boolean;
  /** What decides; the bot's own when left out. */
  readonly decide?: Decide | undefined;
}

/** A local GitHub with the bot attached, on which a life is played. */
export interface Stage {
  readonly world: FaultWorld;
  /** The faults that struck, in order. */
  readonly struck: readonly FaultAt[];
  readonly requests: () => number;
  /** Lets something happen under the faults of a schedule, which may not change in between. */
  readonly happen: (index: number, happening: Happening, schedule: Schedule) => Promise<Happened>;
  /** One sweep without faults; what went wrong in it. */
  readonly heal: () => Promise<Violation[]>;
  /** Another one, which must not write; what it wrote. */
  readonly rest: () => Promise<Violation[]>;
  /** What brings all back to how it is now, as often as it is called: GitHub, and processes that begin knowing nothing. */
  readonly remember: () => () => void;
}

/** What the bot did about a happening. */
export interface Happened {
  readonly requests: number;
  readonly events: number;
  /** Whether nothing went otherwise than in a calm life: no fault struck, no webhook is late, and one process heard it alone. */
  readonly isCalm: boolean;
}

export async function createStage(life: Life, options: PlayOptions): Promise<Stage> {
  const world = await createFaultWorld(life.files, life.begin, {
    mayLag: options.stale,
    overHttp: options.overHttp,
  });
  const traffic = createTraffic(world);
  const processes = Array.from({ length: options.processes }, () => ({
    life: -1,
    bot: undefined as BotProcess | undefined,
  }));
  let struck: FaultAt[] = [];
  let late: readonly Delivered[] = [];
  let elapsed = 0;
  let isAtRest = false;
  let knownDefects = 0;
  let chance: Random | undefined;
  let thrown: string[] = [];
  const decide = watchDecisions(options.decide ?? decideRun, (words) => void thrown.push(words));

  /** The process as it lives now: started anew when it was killed. */
  async function botOf(index: number): Promise<BotProcess> {
    const slot = processes[index];
    if (!slot) throw new Error(`There is no process ${index}.`);
    if (!slot.bot || options.jobs || slot.life !== traffic.lives(index)) {
      slot.life = traffic.lives(index);
      slot.bot = await startProcess(world, traffic.wayFor(index), options.client, decide);
      slot.bot.wait(elapsed);
    }
    return slot.bot;
  }

  async function happen(index: number, happening: Happening, chosen: Schedule): Promise<Happened> {
    const before = { struck: struck.length, late: late.length };
    chance ??= randomFrom(chosen.seed, 5);
    const schedule = leavesNoTrace(happening, world) ? noFaults : chosen;
    world.sandbox.catchUp();
    await act(world, happening);
    const arrived = await world.received();
    const heard = deliver(arrived, index, schedule);
    const work: Work[] = [];
    for (let process = 0; process < options.processes; process += 1) {
      const sweeps =
        happening.kind === "time" || (process === options.processes - 1 && schedule.sweeps(index));
      const pieces: ((bot: BotProcess) => Promise<unknown>)[] = [
        ...heard.map((delivered) => (bot: BotProcess) => bot.hear(delivered)),
        ...(sweeps ? [(bot: BotProcess) => bot.sweep()] : []),
      ];
      if (options.jobs) work.push({ process, begin: () => inJobs(process, pieces) });
      else {
        const bot = await botOf(process);
        work.push(...pieces.map((piece) => ({ process, begin: () => piece(bot) })));
      }
    }
    let nth = 0;
    await traffic.carry(work, chance, () => {
      const fault = schedule.request(index, nth);
      nth += 1;
      if (fault) struck.push(fault);
      return fault && { fault: fault.fault as RequestFault, size: fault.size };
    });
    const isCalm = options.processes === 1 && struck.length === before.struck && before.late === 0;
    return { requests: nth, events: arrived.length, isCalm };
  }

  /** One after the other, as one concurrency group has them. */
  async function inJobs(process: number, pieces: readonly ((bot: BotProcess) => Promise<unknown>)[]) {
    for (const piece of pieces) await piece(await botOf(process)).catch(() => undefined);
  }

  function deliver(
    arrived: readonly Delivered[],
    happening: number,
    schedule: Schedule,
  ): readonly Delivered[] {
    const now: Delivered[] = [...late];
    const held: Delivered[] = [];
    const delayed: Delivered[] = [];
    for (const [nth, delivered] of arrived.entries()) {
      const fault = schedule.event(happening, nth);
      if (fault) struck.push(fault);
      const effect = fault?.fault as EventFault | undefined;
      if (effect === "lose") continue;
      if (effect === "delay") delayed.push(delivered);
      else if (effect === "reorder") held.push(delivered);
      else now.push(delivered, ...(effect === "duplicate" ? [delivered] : []));
    }
    late = delayed;
    return [...now, ...held];
  }

  async function sweepCalmly(): Promise<{ readonly failures: Violation[]; readonly writes: string[] }> {
    const before = world.sandbox.calls().length;
    // Whatever GitHub asked to wait for is over.
    elapsed += 2 * 3_600_000;
    for (const { bot } of processes) bot?.wait(2 * 3_600_000);
    const bot = await botOf(0);
    const failures: unknown[] = [];
    const begin = async () => {
      try {
        const swept = await bot.sweep();
        failures.push(...swept.failures.map(({ error }) => error));
      } catch (error) {
        failures.push(error);
      }
    };
    await traffic.carry([{ process: 0, begin }], chance ?? randomFrom(0), () => undefined);
    const calls = world.sandbox.calls().slice(before);
    return {
      failures: failures.map((error) => violation("sweep failed", String(error))),
      writes: calls.filter(({ write }) => write).map(({ operation }) => operation),
    };
  }

  return {
    world,
    get struck() {
      return struck;
    },
    requests: () => world.sandbox.calls().filter(({ actor }) => actor === botLogin).length,
    happen,
    async heal() {
      const { failures, writes } = await sweepCalmly();
      isAtRest = failures.length === 0 && writes.length === 0;
      return failures;
    },
    async rest() {
      // A sweep that wrote nothing was itself the second one: another would see the very same.
      const { failures, writes } = isAtRest ? nothingSwept : await sweepCalmly();
      return [
        ...failures,
        ...writes.map((operation) => violation("not at rest", operation)),
        ...[...world.sandbox.defects().slice(knownDefects), ...thrown].map((defect) =>
          violation("defect", defect),
        ),
      ];
    },
    remember() {
      const restoreWorld = world.remember();
      const then = { late, elapsed };
      return () => {
        restoreWorld();
        ({ late, elapsed } = then);
        struck = [];
        thrown = [];
        chance = undefined;
        isAtRest = false;
        knownDefects = world.sandbox.defects().length;
        for (const process of processes.keys()) traffic.kill(process);
      };
    },
  };
}

const nothingSwept = { failures: [], writes: [] };

export function violation(kind: Violation["kind"], found: string): Violation {
  return { kind, where: "", expected: "", found };
}
