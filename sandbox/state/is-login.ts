const loginPattern = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/;

/** Whether GitHub lets a person or an organisation be called so. */
export function isLogin(text: string): boolean {
  return loginPattern.test(text);
}
