/** Whether two logins are the same person; GitHub does not tell capitals apart. */
export function isSamePerson(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
