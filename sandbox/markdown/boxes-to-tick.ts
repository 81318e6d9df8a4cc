import type { Element, ElementContent, Root } from "hast";
import { toString as wordsOf } from "hast-util-to-string";

type Parent = Root | Element;

const longestLabel = 200;

/**
 * Makes the boxes of task lists into buttons of a form, each with where its item begins in the text. Items that somebody wrote as HTML
 * begin nowhere and keep their boxes as they are.
 */
export function boxesToTick(tree: Parent, items: ReadonlyMap<number, number>, form: string): void {
  for (const child of tree.children) {
    if (child.type !== "element") continue;
    const start = child.position?.start.offset;
    if (child.tagName === "li" && start !== undefined && items.has(start))
      replaceBox(child, (box) => buttonOf(box, String(start), form, wordsOf(child)));
    boxesToTick(child, items, form);
  }
}

/** The box is the first of an item, or of its first paragraph. */
function replaceBox(item: Element, replace: (box: Element) => Element): void {
  const [first] = item.children.filter((child): child is Element => child.type === "element");
  if (first?.tagName === "p") replaceBox(first, replace);
  else if (first?.tagName === "input")
    item.children = item.children.map((child): ElementContent => (child === first ? replace(first) : child));
}

function buttonOf(box: Element, value: string, form: string, label: string): Element {
  const isTicked = Boolean(box.properties["checked"]);
  return {
    type: "element",
    tagName: "button",
    properties: {
      ...{ type: "submit", form, name: "tick", value, className: ["tick-box"], role: "checkbox" },
      ariaChecked: String(isTicked),
      ariaLabel: label.trim().slice(0, longestLabel),
    },
    children: isTicked ? [{ type: "text", value: "\u2713" }] : [],
  };
}
