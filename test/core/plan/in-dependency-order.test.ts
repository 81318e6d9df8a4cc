import { expect, test } from "vitest";
import { inDependencyOrder } from "../../../core/plan/in-dependency-order.ts";

/** `c:a,b` is a task `c` that waits for `a` and `b`. */
const tasksOf = (text: string) =>
  text.split(" ").map((word) => {
    const [id = "", waits = ""] = word.split(":");
    return { id, dependsOn: waits === "" ? [] : waits.split(",") };
  });

test.each([
  ["as they were", "a b:a c:b", "a b c"],
  ["after what stands later", "a:c b c", "b c a"],
  ["a chain backwards", "a:b b:c c", "c b a"],
  ["what waits for two of them", "d:b,c b:a c a", "c a b d"],
  ["a task that is not there holds nothing up", "a:x b:a", "a b"],
  ["tasks that wait for each other come in their own order", "a:b b:a c", "c a b"],
  ["a task that waits for itself", "a:a b", "b a"],
])("%s: %s", (_what, tasks, order) => {
  expect(
    inDependencyOrder(tasksOf(tasks))
      .map(({ id }) => id)
      .join(" "),
  ).toBe(order);
});
