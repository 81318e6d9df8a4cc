import { siteText } from "../../core/text/index.ts";

/** A step of a process that another one starts has a row, but nothing on the page to link to. */
const child = "[data-task]:not(:has(a))";

/** Steps of a process that a step starts wait below it until they are asked for; the style sheet hides them where scripts run. */
for (const row of document.querySelectorAll<HTMLElement>(`.plan tbody tr:not(${child})`)) {
  const children = childrenOf(row);
  if (children.length > 0) row.querySelector("th")?.append(foldButton(children));
}

function childrenOf(row: HTMLElement): Element[] {
  const children: Element[] = [];
  for (let next = row.nextElementSibling; next?.matches(child); next = next.nextElementSibling)
    children.push(next);
  return children;
}

function foldButton(children: readonly Element[]): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plan-fold";
  button.textContent = siteText.dates.inside(children.length);
  button.ariaExpanded = "false";
  button.addEventListener("click", () => {
    const isOpen = button.ariaExpanded !== "true";
    button.ariaExpanded = String(isOpen);
    for (const child of children) child.classList.toggle("plan-open", isOpen);
  });
  return button;
}
