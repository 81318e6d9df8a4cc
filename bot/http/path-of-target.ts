/**
 * The path of a request's target, without its query; nothing for a target that is no path, such as `*` or a whole
 * address. It is cut out, never parsed: what a client may send need not be a URL.
 */
export function pathOfTarget(target: string | undefined): string | undefined {
  if (!target?.startsWith("/")) return undefined;
  return target.split(/[?#]/, 1)[0];
}
