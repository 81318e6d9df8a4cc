import { siteText } from "../../core/text/index.ts";
import { markedText } from "./marked-text.ts";
import { makeSearchBox, type SearchBox } from "./search-box.ts";
import { type SearchFilters, SearchIndex, type SearchResult } from "./search-index.ts";

const words = siteText.search;
const most = 12;

const holder = document.querySelector<HTMLElement>("[data-search]");
if (holder) startSearch(new SearchIndex(holder.dataset["search"] ?? "/"), makeSearchBox(holder));

function startSearch(index: SearchIndex, { dialog, input, list, status, filterBar }: SearchBox): void {
  const filters: SearchFilters = {};
  let asked = 0;
  let chosen = -1;

  async function open(): Promise<void> {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    if (filterBar.childElementCount > 0) return;
    try {
      filterBar.replaceChildren(...filterMenus(await index.filters(), filters, search));
    } catch {
      status.textContent = words.failed;
    }
  }

  async function search(): Promise<void> {
    const query = input.value.trim();
    const question = ++asked;
    if (query === "" && Object.keys(filters).length === 0) {
      show([]);
      status.textContent = words.hint;
      return;
    }
    try {
      const found = await index.search(query, filters, most);
      if (found === undefined || question !== asked) return;
      show(found.results);
      status.textContent = found.total === 0 ? words.none(query) : words.found(found.total);
    } catch {
      if (question === asked) status.textContent = words.failed;
    }
  }

  function show(results: readonly SearchResult[]): void {
    list.replaceChildren(...results.map(resultItem));
    input.setAttribute("aria-expanded", String(results.length > 0));
    choose(results.length > 0 ? 0 : -1);
  }

  function choose(position: number): void {
    const options = [...list.querySelectorAll<HTMLElement>("[role=option]")];
    chosen = options.length === 0 ? -1 : (position + options.length) % options.length;
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === chosen));
    const current = options[chosen];
    if (current) {
      input.setAttribute("aria-activedescendant", current.id);
      current.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-search-open]")) {
    button.hidden = false;
    button.addEventListener("click", () => void open());
  }
  input.addEventListener("input", () => void search());
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter" && event.target === input)
      list.querySelector<HTMLAnchorElement>("[aria-selected=true]")?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a")) dialog.close();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping =
      event.target instanceof HTMLElement && event.target.closest("input,select,textarea") !== null;
    const isShortcut = event.key === "k" && (event.ctrlKey || event.metaKey);
    if (!isShortcut && (event.key !== "/" || isTyping)) return;
    event.preventDefault();
    void open();
  });
}

function resultItem({ title, href, excerpt, step }: SearchResult, position: number): HTMLElement {
  const item = document.createElement("li");
  item.role = "none";
  const link = document.createElement("a");
  link.role = "option";
  link.id = `search-result-${position}`;
  link.href = href;
  link.tabIndex = -1;
  link.append(textElement("strong", title));
  if (step !== undefined) link.append(textElement("span", `${words.step}: ${step}`, "search-step"));
  const extract = document.createElement("span");
  extract.className = "search-extract";
  extract.append(...markedText(excerpt));
  link.append(extract);
  item.append(link);
  return item;
}

function textElement(name: string, text: string, className = ""): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = className;
  return element;
}

function filterMenus(
  known: ReadonlyMap<string, readonly string[]>,
  filters: SearchFilters,
  search: () => Promise<void>,
): HTMLElement[] {
  const menus = [
    { name: "area", label: words.area, any: words.anyArea },
    { name: "role", label: words.role, any: words.anyRole },
  ];
  return menus.flatMap(({ name, label, any }) => {
    const values = known.get(name) ?? [];
    if (values.length === 0) return [];
    const menu = document.createElement("select");
    menu.setAttribute("aria-label", label);
    menu.append(new Option(any, ""), ...values.map((value) => new Option(value, value)));
    menu.addEventListener("change", () => {
      if (menu.value === "") delete filters[name];
      else filters[name] = menu.value;
      void search();
    });
    return [menu];
  });
}
