/** Whether this is the page for addresses that lead nowhere. */
export function isNotFoundPage(pathname: string): boolean {
  return /^404\/?$/.test(pathname);
}

/** The file of a page; the page for addresses that lead nowhere has one of its own kind. */
export function fileOfPage(pathname: string): string {
  return isNotFoundPage(pathname) ? "404.html" : `${pathname}index.html`;
}

/** Whether a page needs no Markdown made from its HTML: that of processes and roles is made from the handbook. */
export function hasOwnMarkdown(pathname: string): boolean {
  return isNotFoundPage(pathname) || /^(?:processes|roles)\/[^/]+\/$/.test(pathname);
}
