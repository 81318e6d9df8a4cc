/**
 * A link behind each step that proposes a change of it: the page's own link with the step filled in. It is made here since the page
 * would be heavier by one address a step; without scripts the page's own link does.
 */
const propose = document.querySelector<HTMLAnchorElement>("a[data-propose]");
if (propose) {
  for (const heading of document.querySelectorAll<HTMLElement>(".steps h3[id]")) {
    const link = document.createElement("a");
    const address = new URL(propose.href);
    address.searchParams.set("step", heading.id);
    link.href = address.href;
    link.className = "step-propose no-print";
    link.textContent = propose.dataset["propose"] ?? "";
    heading.closest("li")?.append(link);
  }
}
