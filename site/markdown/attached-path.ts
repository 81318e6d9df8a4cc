/** Pictures that a page may show; none that could run something when it is opened by itself. */
const picture = /\.(?:png|jpe?g|gif|webp|avif)$/i;
/** Papers that a step may hand out, such as a template. */
const paper = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|csv|txt|zip)$/i;
/** Names without hidden parts, blanks and signs, which every system and address knows. */
const plainPath = /^(?:[a-z0-9_-][a-z0-9_.-]*\/)*[a-z0-9_-][a-z0-9_.-]*$/i;

/** The path within the handbook of a picture or paper that a text names; nothing for any other file. `from` is the path of the text. */
export function attachedPath(url: string, from: string): string | undefined {
  const [path = ""] = url.split(/[?#]/, 1);
  const target = new URL(path, `https://handbook/${from}`).pathname.slice(1);
  return plainPath.test(target) && (picture.test(target) || paper.test(target)) ? target : undefined;
}

/** Whether an address or path is that of a picture. */
export function isPicture(path: string): boolean {
  return picture.test(path);
}
