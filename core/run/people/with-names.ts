import { nameOf } from "../../definition/index.ts";
import type { Markdown } from "../../text/index.ts";
import type { RunHandbook } from "../run-handbook.ts";

/** Words of a run with people by their names, where people.yml has them. Whoever is mentioned stays mentioned by the login. */
export function withNames(words: Markdown, { handbook }: Pick<RunHandbook, "handbook">): Markdown {
  return words.withNames((login) => nameOf(login, handbook.people));
}
