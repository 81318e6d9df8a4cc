const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>(".toc a")].map((link) => [
    decodeURIComponent(link.hash.slice(1)),
    link,
  ]),
);
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
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
  current = link;
}

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
