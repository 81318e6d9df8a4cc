/**
 * A link behind each step that proposes a change of it: the page's own link with the step filled in. It is made here since the page
 * would be heavier by one address a step; without scripts the page's own link does.
 */
const propose = document.querySelector<HTMLAnchorElement>("a[data-propose]");
if (propose) {
  for (const heading of document.querySelectorAll<HTMLElement>(".steps h3[id]")) {
    const link = document.createElement("a");
    const step = ownWords(heading);
    const address = new URL(propose.href);
    address.searchParams.set("step", step);
    address.searchParams.set("title", `${address.searchParams.get("title") ?? ""}, ${step}`);
    link.href = address.href;
    link.className = "step-propose no-print";
    link.textContent = propose.dataset["propose"] ?? "";
    heading.closest("li")?.querySelector(":scope > details")?.append(link);
  }
}

/** What a heading says, without its number and its link. */
function ownWords(heading: HTMLElement): string {
  const words = [...heading.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
  return words
    .map(({ textContent }) => textContent ?? "")
    .join("")
    .trim();
}
