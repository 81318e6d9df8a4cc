const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>(".toc a")].map((link) => [
    decodeURIComponent(link.hash.slice(1)),
    link,
  ]),
);
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
const list = document.querySelector<HTMLElement>(".toc");
const now = document.querySelector("[data-toc-now]");
let current: HTMLAnchorElement | undefined;

/** Marks the last heading that has passed the upper third of the window. */
function markCurrent(): void {
  const line = innerHeight / 3;
  const passed = headings.findLast((heading) => heading.getBoundingClientRect().top < line);
  const link = links.get(passed?.id ?? "");
  if (link === current) return;
  current?.removeAttribute("aria-current");
  link?.setAttribute("aria-current", "true");
  link?.scrollIntoView({ block: "nearest" });
  if (now) now.textContent = link?.textContent ?? "";
  current = link;
}

list?.addEventListener("click", ({ target }) => {
  if (target instanceof HTMLAnchorElement && list.matches(":popover-open")) list.hidePopover();
});

if (headings.length > 0) {
  let isWaiting = false;
  const later = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      markCurrent();
    });
  };
  addEventListener("scroll", later, { passive: true });
  later();
}
