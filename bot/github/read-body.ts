/**
 * What stands in an answer whose body Octokit has left unread. Octokit looks at each single value for numbers that JavaScript cannot
 * hold exactly, which takes several times as long as all other reading; GitHub writes numbers of that size as texts. Throws when the
 * body breaks off or is no JSON where it should be.
 */
export async function readBody<T extends UnreadAnswer>(answer: T): Promise<T> {
  const { data, headers } = answer;
  if (!(data instanceof ReadableStream)) return answer;
  const body = new Response(data);
  const isJson = headers["content-type"]?.toString().startsWith("application/json");
  return { ...answer, data: await (isJson ? body.json() : body.text()) };
}

interface UnreadAnswer {
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data?: unknown;
}
