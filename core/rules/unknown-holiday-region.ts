import { code, codeList, unexpectedWord } from "../message.ts";
import type { HandbookRule } from "./rule.ts";

const known: Readonly<Record<string, readonly string[]>> = { "": ["AT", "CH", "DE", "DK"], CH: ["BE", "ZH"] };
const facts = { holidayRegions: (country = "") => known[country] ?? [] };

/** A country or region whose public holidays are not known. */
export const unknownHolidayRegion: HandbookRule = {
  id: "unknown-holiday-region",
  scope: "handbook",
  severity: "error",
  purpose: "`country` and `region` of the calendar are ones whose public holidays are known.",
  why: "Without its holidays every date of every plan may be wrong, and nothing would show it.",
  examples: [
    {
      title: "A region that does not exist",
      wrong: { handbook: "title: Handbook\ncalendar: { country: CH, region: ZR }\n", facts },
      at: "ZR",
      right: { handbook: "title: Handbook\ncalendar: { country: CH, region: ZH }\n", facts },
    },
    {
      title: "A country by its car sign",
      wrong: { handbook: "title: Handbook\ncalendar: { country: DN }\n", facts },
      at: "DN",
      right: { handbook: "title: Handbook\ncalendar: { country: DK }\n", facts },
    },
  ],
  check: ({ parsed: { config }, facts: { holidayRegions } }) => {
    const { country, region } = config.draft.calendar ?? {};
    if (country === undefined || holidayRegions === undefined) return [];
    const at = (key: string) => ({ path: config.path, ...config.data.positionOf(["calendar", key]) });
    const countries = holidayRegions();
    if (!countries.includes(country)) {
      const remedy = "write the two letters of ISO 3166, or leave it out and list the days under `closed`.";
      return [{ ...at("country"), message: unexpectedWord("country", country, countries, remedy) }];
    }
    const regions = holidayRegions(country);
    if (region === undefined || regions.includes(region)) return [];
    const expected = regions.length === 0 ? "none for this country" : `one of ${codeList(regions, 30)}`;
    const message = `Unexpected region ${code(region)} of ${code(country)}, expected ${expected}; correct it, or leave it out.`;
    return [{ ...at("region"), message }];
  },
};
