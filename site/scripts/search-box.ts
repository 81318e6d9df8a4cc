import { siteText } from "../../core/text/index.ts";

const words = siteText.search;

/** The parts of the dialog that the search fills. */
export interface SearchBox {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
  readonly list: HTMLUListElement;
  readonly status: HTMLElement;
  /** Where nothing was found: what looks like it. */
  readonly nearest: HTMLElement;
  readonly filterBar: HTMLElement;
}

/** Puts the dialog of the search into `holder`. It is of no use without a program, so pages come without it. */
export function makeSearchBox(holder: HTMLElement): SearchBox {
  const input = make("input", {
    type: "search",
    role: "combobox",
    "aria-label": words.open,
    "aria-expanded": "false",
    "aria-controls": "search-results",
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: words.placeholder,
    enterkeyhint: "go",
  });
  const close = make("button", { type: "button" }, words.close);
  const filterBar = make("div", { class: "search-filters", "data-search-filters": "" });
  const status = make("p", { class: "search-status", role: "status" }, words.hint);
  const nearest = make("p", { class: "search-nearest" });
  const list = make("ul", { id: "search-results", role: "listbox", "aria-label": words.open });
  const dialog = make(
    "dialog",
    { class: "search-box", "aria-label": words.open },
    make("form", { method: "dialog", role: "search" }, input, close),
    filterBar,
    status,
    nearest,
    list,
    make("p", { class: "search-keys", "aria-hidden": "true" }, words.keys),
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  holder.append(dialog);
  return { dialog, input, list, status, nearest, filterBar };
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}
