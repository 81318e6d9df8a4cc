/** What something takes: by the clock, and of the processor alone, which other work on the machine changes less. */
export interface Cost {
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** What an action takes, the middle one of some times. */
export function costOf(times: number, action: () => void): Cost {
  return middle(Array.from({ length: times }, () => costOnce(action)));
}

/** What an action takes in another program, of which only the clock is known. */
export async function secondsOf(times: number, action: () => Promise<void>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < times; round += 1) {
    const begun = performance.now();
    await action();
    costs.push({ seconds: (performance.now() - begun) / 1000, processorSeconds: Number.NaN });
  }
  return middle(costs);
}

/** What an action takes each time, once it is warm. */
export function costEach(rounds: number, action: (round: number) => void): Cost {
  for (let round = 0; round < 20; round += 1) action(round);
  const { seconds, processorSeconds } = costOnce(() => {
    for (let round = 0; round < rounds; round += 1) action(round);
  });
  return { seconds: seconds / rounds, processorSeconds: processorSeconds / rounds };
}

export function costOnce(action: () => void): Cost {
  const [begun, used] = [performance.now(), process.threadCpuUsage()];
  action();
  const { user, system } = process.threadCpuUsage(used);
  return { seconds: (performance.now() - begun) / 1000, processorSeconds: (user + system) / 1e6 };
}

function middle(costs: readonly Cost[]): Cost {
  const sorted = costs.toSorted((a, b) => a.seconds - b.seconds);
  return sorted[Math.floor(sorted.length / 2)] ?? { seconds: Number.NaN, processorSeconds: Number.NaN };
}
