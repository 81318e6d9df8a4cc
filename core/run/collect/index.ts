export { type CollectedValue, collectedValues } from "./collected-values.ts";
export { type Collected, readCollected } from "./read-collected.ts";
