import { siteText } from "../../core/text/index.ts";
import type { NameFilters } from "../search/name-search.ts";
import { makeSearchBox, type SearchBox } from "./search-box.ts";

const words = siteText.search;

const holder = document.querySelector<HTMLElement>("[data-search]");
if (holder) startSearch(holder.dataset["search"] ?? "/", makeSearchBox(holder));

/** What searches and shows what was found; it is fetched when the dialog is first opened. */
async function loadSearch(base: string) {
  const [{ openEverythingSearch }, { resultItems, nearestLinks }] = await Promise.all([
    import("./search-everything.ts"),
    import("./search-results.ts"),
  ]);
  return { ...(await openEverythingSearch(base)), resultItems, nearestLinks };
}

function startSearch(base: string, { dialog, input, list, status, nearest, filterBar }: SearchBox): void {
  const filters: Record<string, string> = {};
  let asked = 0;
  let chosen = -1;
  let loading: ReturnType<typeof loadSearch> | undefined;

  function load(): ReturnType<typeof loadSearch> {
    loading ??= loadSearch(base).catch((error: unknown) => {
      // The next word asks again: the network may have been away for a moment.
      loading = undefined;
      throw error;
    });
    return loading;
  }

  async function open(): Promise<void> {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    if (filterBar.childElementCount > 0) return;
    try {
      filterBar.replaceChildren(...filterMenus((await load()).filters, filters, search));
    } catch {
      status.textContent = words.failed;
    }
  }

  async function search(): Promise<void> {
    const question = input.value.trim();
    const number = ++asked;
    const isStill = () => number === asked;
    if (question === "" && Object.keys(filters).length === 0) {
      show([]);
      nearest.replaceChildren();
      status.textContent = words.hint;
      return;
    }
    try {
      const { find, resultItems, nearestLinks } = await load();
      if (!isStill()) return;
      const { names, nearest: near, texts: finding } = find(question, filters as NameFilters);
      // Names are known at once; what texts say comes below them.
      if (names.length > 0) show(resultItems(names, [], base));
      const texts = await finding;
      if (texts === undefined || !isStill()) return;
      const items = resultItems(names, texts, base);
      show(items);
      nearest.replaceChildren(...(items.length === 0 ? nearestLinks(near, base) : []));
      if (items.length === 0) status.textContent = words.none(question);
    } catch {
      const byName = list.childElementCount;
      if (isStill()) status.textContent = byName === 0 ? words.failed : words.onlyNames(byName);
    }
  }

  function show(items: readonly HTMLElement[]): void {
    const kept = chosen > 0 && items.length > chosen ? chosen : 0;
    list.replaceChildren(...items);
    input.setAttribute("aria-expanded", String(items.length > 0));
    choose(items.length > 0 ? kept : -1);
    if (items.length > 0) status.textContent = words.found(items.length);
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
  input.addEventListener("input", () => {
    chosen = -1;
    void search();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter" && event.target === input)
      list.querySelector<HTMLAnchorElement>("[aria-selected=true]")?.click();
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => {
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

function filterMenus(
  known: Readonly<Record<string, readonly string[]>>,
  filters: Record<string, string>,
  search: () => Promise<void>,
): HTMLElement[] {
  const menus = [
    { name: "area", label: words.area, any: words.anyArea },
    { name: "role", label: words.role, any: words.anyRole },
  ];
  return menus.flatMap(({ name, label, any }) => {
    const values = known[name] ?? [];
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
