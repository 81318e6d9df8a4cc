import { isDeepStrictEqual } from "node:util";
import { serialize } from "node:v8";
import { rememberLast } from "../../core/remember-last.ts";
import { type Change, type Decide, decide, type RunHandbook, type RunInput } from "../../core/run/index.ts";

/** Some thousand bytes each. */
const mostRemembered = 2000;
/** One in so many that are remembered is decided anew all the same. */
const usuallyCheckedEvery = 50;

/**
 * The decision of the bot, which remembers what it came to. Lives that share a handbook come through the same places over and over, and a
 * decision rests on nothing but its input. Throws where a decision, taken once more, is another one.
 */
export function rememberDecisions(
  decideAnew: Decide = decide,
  checkedEvery: number = usuallyCheckedEvery,
): Decide {
  const keyOf = createKeys();
  const known = rememberLast(mostRemembered, (): { changes?: readonly Change[] } => ({}));
  let remembered = 0;
  return (input) => {
    const slot = known(keyOf(input));
    if (slot.changes === undefined) slot.changes = decideAnew(input);
    else {
      remembered += 1;
      if (remembered % checkedEvery === 0 && !isDeepStrictEqual(decideAnew(input), slot.changes))
        throw new Error("The same input was decided in two ways.");
    }
    return slot.changes;
  };
}

/**
 * Everything a decision rests on, as text. What was read of a handbook is never changed, and whoever reads the same texts gets the same
 * object, so its number stands for it.
 */
function createKeys(): (input: RunInput) => string {
  const numbers = new WeakMap<object, number>();
  let last = 0;
  const numberOf = (read: object) => {
    const number = numbers.get(read) ?? ++last;
    numbers.set(read, number);
    return number;
  };
  const standIn = ({ handbook, newest, offered, ...rest }: RunHandbook): object => ({
    ...rest,
    handbook: numberOf(handbook),
    newest: newest && numberOf(newest),
    offered: offered && standIn(offered),
  });
  return ({ handbook, ...input }) => serialize([standIn(handbook), input]).toString("latin1");
}
