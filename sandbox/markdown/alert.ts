import type { Element } from "hast";

const markers = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*$/;

/** A block quote that begins with a line such as `[!NOTE]`, as the box GitHub makes of it; else undefined. */
export function alertOf(quote: Element): Element | undefined {
  const first = quote.children.find((child) => child.type === "element");
  if (first?.tagName !== "p") return undefined;
  const [text, ...rest] = first.children;
  if (text?.type !== "text") return undefined;
  const [, kind] = markers.exec(text.value.trimEnd()) ?? [];
  if (kind === undefined) return undefined;
  const title = `${kind[0]}${kind.slice(1).toLowerCase()}`;
  const remaining = rest.slice(rest[0]?.type === "element" && rest[0].tagName === "br" ? 1 : 0);
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["alert", `alert-${kind.toLowerCase()}`] },
    children: [
      {
        type: "element",
        tagName: "p",
        properties: { className: ["alert-title"] },
        children: [{ type: "text", value: title }],
      },
      { ...first, children: remaining },
      ...quote.children.filter((child) => child !== first),
    ],
  };
}
