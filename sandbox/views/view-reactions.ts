import type { View } from "./view-context.ts";

/** Nobody reacts in the sandbox; GitHub still says so at length. */
export function viewReactions(url: string): View {
  return {
    url: `${url}/reactions`,
    total_count: 0,
    "+1": 0,
    "-1": 0,
    laugh: 0,
    hooray: 0,
    confused: 0,
    heart: 0,
    rocket: 0,
    eyes: 0,
  };
}
