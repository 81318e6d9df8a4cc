import { listInWords, siteText } from "../../core/text/index.ts";
import type { NameEntry } from "../search/name-entries.ts";
import { markedText } from "./marked-text.ts";
import type { TextFind } from "./text-search.ts";

const words = siteText.search;

/** The items of the list of results: names first, then what texts say. */
export function resultItems(
  names: readonly NameEntry[],
  texts: readonly TextFind[],
  base: string,
): HTMLElement[] {
  const lines = [
    ...names.map((find) => ({ link: nameLink(find, base), extract: [aboutOf(find)] })),
    ...texts.map((find) => ({ link: textLink(find), extract: markedText(find.excerpt) })),
  ];
  return lines.map(({ link, extract }, position) => {
    const item = document.createElement("li");
    item.role = "none";
    link.role = "option";
    link.id = `search-result-${position}`;
    link.tabIndex = -1;
    const line = document.createElement("span");
    line.className = "search-extract";
    line.append(...extract);
    if (line.textContent !== "") link.append(line);
    item.append(link);
    return item;
  });
}

/** Names that look like what was asked for, each a link. */
export function nearestLinks(names: readonly NameEntry[], base: string): Node[] {
  const links = names.map((find) => nameLink(find, base));
  return links.length === 0
    ? []
    : [
        document.createTextNode(words.nearest),
        ...links.flatMap((link) => [document.createTextNode(" "), link]),
      ];
}

/** A step stands under the title of its process. */
function nameLink({ kind, title, path, of }: NameEntry, base: string): HTMLAnchorElement {
  const link = linkTo(`${base}${path}`, of ?? title);
  if (of !== undefined) link.append(textElement("span", `${words.step}: ${title}`, "search-step"));
  else if (words.kinds[kind] !== "") link.append(textElement("span", words.kinds[kind], "search-kind"));
  return link;
}

function aboutOf({ about, kind, roles = [], isApproval }: NameEntry): string {
  if (kind !== "step") return about;
  const all = listInWords([...new Set(roles)]);
  return isApproval ? words.approvedBy(all) : all;
}

function textLink({ title, href, step }: TextFind): HTMLAnchorElement {
  const link = linkTo(href, title);
  if (step !== undefined) link.append(textElement("span", `${words.step}: ${step}`, "search-step"));
  return link;
}

function linkTo(href: string, title: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = href;
  link.append(textElement("strong", title));
  return link;
}

function textElement(name: string, text: string, className = ""): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = className;
  return element;
}
