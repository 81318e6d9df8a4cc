/** What goes back over HTTP: a JSON value, or ready text with its content type. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const documentation = "https://docs.github.com/rest";

/** GitHub's shape of an error. */
export function errorAnswer(
  status: number,
  message: string,
  more: { errors?: readonly object[]; headers?: Readonly<Record<string, string>> } = {},
): Answer {
  return {
    status,
    ...(more.headers !== undefined && { headers: more.headers }),
    body: {
      message,
      ...(more.errors !== undefined && { errors: more.errors }),
      documentation_url: documentation,
      status: String(status),
    },
  };
}
