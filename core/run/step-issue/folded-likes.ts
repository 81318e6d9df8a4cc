import { text } from "../../text/index.ts";
import type { TaskState } from "../state/task-state.ts";

/** So many tasks made from one step are named one by one. */
const mostNamed = 3;

/** Tasks as a sentence names them: of many made from one step only the first, with how many more there are. */
export function foldedLikes(
  tasks: readonly TaskState[],
): { readonly title: string; readonly people: readonly string[] }[] {
  const groups = Map.groupBy(tasks, ({ step, definition }) => definition?.oneOf?.step ?? step);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length <= mostNamed) return group.map(({ title, people }) => ({ title, people }));
    return [
      {
        title: text.stepIssue.andOthers(first.title, group.length - 1),
        people: [...new Set(group.flatMap(({ people }) => people))],
      },
    ];
  });
}
