import type { DataPath, ParsedData } from "../definition/index.ts";
import { code, codeList, unexpectedWord } from "../message.ts";
import type { HandbookFacts, HandbookFinding, HandbookRule } from "./rule.ts";

const known: Readonly<Record<string, readonly string[]>> = { "": ["AT", "CH", "DE", "DK"], CH: ["BE", "ZH"] };
const facts = { holidayRegions: (country = "") => known[country] ?? [] };

/** A country or region whose public holidays are not known. */
export const unknownHolidayRegion: HandbookRule = {
  id: "unknown-holiday-region",
  scope: "handbook",
  severity: "error",
  purpose: "`country` and `region` of a calendar are ones whose public holidays are known.",
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
    {
      title: "A region without its country, of somebody who lives elsewhere",
      wrong: { people: "demo-jonas: { calendar: { region: BE } }\n", facts },
      at: "BE",
      right: { people: "demo-jonas: { calendar: { country: CH, region: BE } }\n", facts },
    },
  ],
  check: ({ parsed: { config, people }, facts: { holidayRegions } }) => {
    const placeOf =
      ({ path, data }: Omit<ParsedData<unknown>, "draft">, at: DataPath) =>
      (key: string) => ({
        path,
        ...data.positionOf([...at, key]),
      });
    return [
      ...unknownPlace(config.draft.calendar ?? {}, placeOf(config, ["calendar"]), holidayRegions),
      ...[...people.draft].flatMap(([login, { calendar = {} }]) => {
        const at = placeOf(people, [login, "calendar"]);
        const isMisread = people.findings.some(({ misread }) => misread === `${login}.calendar.country`);
        return calendar.region !== undefined && calendar.country === undefined && !isMisread
          ? [{ ...at("region"), message: withoutCountry(calendar.region) }]
          : unknownPlace(calendar, at, holidayRegions);
      }),
    ];
  },
};

type Place = Pick<HandbookFinding, "path" | "line" | "column">;

function unknownPlace(
  { country, region }: { readonly country?: string | undefined; readonly region?: string | undefined },
  at: (key: string) => Place,
  holidayRegions: HandbookFacts["holidayRegions"],
): HandbookFinding[] {
  if (country === undefined || holidayRegions === undefined) return [];
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
}

function withoutCountry(region: string): string {
  return `Unexpected region ${code(region)} without a country, expected \`country:\` beside it; add the two letters of the country, such as \`DE\`.`;
}
