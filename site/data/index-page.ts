import { addressesUnder } from "./addresses.ts";
import type { ProcessLink } from "./home-page.ts";
import type { Site } from "./site.ts";

/** Processes whose titles begin alike. */
export interface LetterGroup {
  /** A capital letter, or `#` for titles that begin with none. */
  readonly letter: string;
  readonly processes: readonly (ProcessLink & { readonly area: string })[];
}

/** Every process of the handbook by title. */
export function indexPage(site: Site): LetterGroup[] {
  const addresses = addressesUnder(site.settings.base);
  const { compare } = new Intl.Collator(site.handbook.config.language);
  const processes = [...site.handbook.processes.values()]
    .map(({ id, title, summary, area }) => ({
      text: title,
      href: addresses.process(id),
      summary,
      area: site.handbook.config.areas.get(area) ?? area,
    }))
    .sort((a, b) => compare(a.text, b.text));
  return [...Map.groupBy(processes, ({ text }) => letterOf(text))].map(([letter, own]) => ({
    letter,
    processes: own,
  }));
}

function letterOf(title: string): string {
  const letter = title.normalize("NFKD")[0]?.toUpperCase() ?? "";
  return /[A-Z]/.test(letter) ? letter : "#";
}
