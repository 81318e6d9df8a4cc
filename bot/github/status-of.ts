/** The HTTP status with which GitHub refused a request; nothing for an error of another kind. */
export function statusOf(error: unknown): number | undefined {
  return (error as { readonly status?: number }).status;
}
