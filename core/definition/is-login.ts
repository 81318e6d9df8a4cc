/** The name of an account on GitHub: letters, digits and single hyphens within, at most 39 in all. */
export const loginPattern = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}$/;

/** Whether a text can be the name of an account on GitHub. */
export function isLogin(text: string): boolean {
  return loginPattern.test(text);
}
