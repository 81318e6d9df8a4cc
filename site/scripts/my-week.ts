import { rememberedMe, rememberMe } from "./remembered-me.ts";

const section = document.querySelector<HTMLElement>("[data-me]");
const choice = section?.querySelector("select");
const lists = section?.querySelector<HTMLElement>("[data-me-lists]");
const link = section?.querySelector<HTMLAnchorElement>("[data-me-page]");
if (section && choice && lists && link) startMyWeek({ section, choice, lists, link });

interface MyWeekParts {
  readonly section: HTMLElement;
  readonly choice: HTMLSelectElement;
  readonly lists: HTMLElement;
  readonly link: HTMLAnchorElement;
}

/**
 * Remembers who looks, and shows what the page of that person or role says is to be done. Whoever is no longer in the handbook is
 * no choice any more, and forgotten.
 */
function startMyWeek({ section, choice, lists, link }: MyWeekParts): void {
  // Several handbooks may be served by one host.
  const home = location.pathname;
  const words = link.textContent ?? "";

  async function show(): Promise<void> {
    const href = choice.value;
    link.hidden = href === "";
    link.href = href;
    link.textContent = words.replace("{name}", () => choice.selectedOptions[0]?.text ?? "");
    const parts = href === "" ? [] : await weekOn(href).catch(() => [failure()]);
    if (choice.value === href) lists.replaceChildren(...parts);
  }

  function failure(): HTMLElement {
    const line = document.createElement("p");
    line.textContent = section.dataset["failed"] ?? "";
    return line;
  }

  choice.value = rememberedMe(home) ?? "";
  if (choice.selectedIndex < 0) choice.value = "";
  choice.addEventListener("change", () => {
    rememberMe(home, choice.value);
    void show();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void show();
  });
  void show();
}

/** What a page says is to be done, its headings one level deeper: here they stand under one of this page. */
async function weekOn(href: string): Promise<Element[]> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const parts = [...page.querySelectorAll("[data-week]")];
  for (const heading of parts.flatMap((part) => [...part.querySelectorAll("h2")])) {
    const deeper = page.createElement("h3");
    deeper.id = heading.id;
    deeper.append(...heading.childNodes);
    heading.replaceWith(deeper);
  }
  return parts;
}
