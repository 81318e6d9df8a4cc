import { parseHandbook } from "../../../core/definition/index.ts";
import { checkHandbook, exampleHandbook } from "../../../core/rules/index.ts";
import { hostileCases } from "../../fixtures/hostile/index.ts";
import { type Cost, costOf, costOnce } from "./seconds.ts";

/** What reading and checking the handbook takes in which a hostile file stands. */
export interface HostileCost {
  readonly what: string;
  readonly characters: number;
  /** The first time, while the programs that read it are not warm yet. */
  readonly first: Cost;
  /** The middle of five times after that. */
  readonly cost: Cost;
}

/** What each hostile file takes, the slowest first. */
export function timeHostile(): HostileCost[] {
  const costs = hostileCases.map(({ what, example }): HostileCost => {
    const files = exampleHandbook(example);
    const readAndCheck = () => void checkHandbook(parseHandbook(files));
    const characters = Math.max(...[...files.values()].map((text) => text.length));
    return { what, characters, first: costOnce(readAndCheck), cost: costOf(5, readAndCheck) };
  });
  return costs.sort((a, b) => b.cost.processorSeconds - a.cost.processorSeconds);
}
