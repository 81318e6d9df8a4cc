const pattern = /<!-- handrail:proposed-by ([A-Za-z0-9][A-Za-z0-9-]{0,38}) -->/;

/** The hidden words in a pull request of the bot that tell whose wish it carries out. They count only in what the bot wrote. */
export function writeProposedBy(login: string): string {
  return `<!-- handrail:proposed-by ${login} -->`;
}

/** Whose wish a pull request of the bot carries out; nothing where it tells nobody. */
export function readProposedBy(body: string): string | undefined {
  return pattern.exec(body)?.[1];
}
