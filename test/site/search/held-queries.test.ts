import { expect, test } from "vitest";
import { openNameSearch } from "../../../site/search/name-search.ts";
import { searchNames } from "../../../site/search/search-names.ts";
import { shippedFiles } from "../../builders.ts";
import { siteOf } from "../site-of.ts";

/** Stands for every step that is an approval. */
const anApproval = "an approval";

/** What people type, with the addresses under the base path that answer it; several where several do. */
const queries: readonly (readonly [query: string, paths: string])[] = [
  // As it is called
  ["product launch", "processes/launch-product/"],
  ["trade fair", "processes/exhibit-at-trade-fair/"],
  ["demand generation", "processes/generate-demand/"],
  ["social media", "processes/run-social-week/|roles/social-media-manager/"],
  ["web copy", "processes/review-web-copy/"],
  ["new client", "processes/onboard-client/"],
  ["product development", "processes/develop-product/"],
  ["lead nurturing", "processes/nurture-leads/"],
  ["improve a process", "processes/improve-process/"],
  ["go-live", "processes/go-online/|processes/launch-product/"],
  ["marketing plan", "processes/plan-marketing-year/"],
  ["CRM report", "processes/report-from-crm/"],
  // In other forms
  ["e mail", "roles/email-marketer/|processes/send-newsletter/"],
  ["news-letters", "processes/send-newsletter/"],
  ["web page", "processes/review-web-copy/"],
  ["webpages", "processes/review-web-copy/"],
  ["re-branding", "processes/brainstorm-rebranding/"],
  ["group consulting", "processes/hold-webinar/"],
  ["blogging", "processes/publish-blog-post/"],
  ["on boarding", "processes/onboard-colleague/|processes/onboard-client/"],
  // Slips of the fingers
  ["newslettre", "processes/send-newsletter/"],
  ["webinra", "processes/hold-webinar/"],
  ["brainstrom", "processes/brainstorm-rebranding/"],
  ["campagne", "processes/run-campaign/"],
  ["colleage", "processes/onboard-colleague/"],
  ["publihs", "processes/publish-blog-post/"],
  ["desinger", "roles/designer/"],
  ["nurtur", "processes/nurture-leads/"],
  ["stratgist", "roles/seo-strategist/|roles/content-strategist/"],
  ["acountant", "roles/accountant/"],
  // Other words for it
  ["expo", "processes/exhibit-at-trade-fair/"],
  ["press statement", "processes/respond-to-news/"],
  ["mailing list", "processes/send-newsletter/|processes/clean-contact-data/"],
  ["advertising", "processes/run-campaign/"],
  ["induction", "processes/onboard-colleague/"],
  ["GDPR", "roles/data-protection-officer/"],
  ["invoice", "processes/onboard-client/#invoice"],
  [
    "contract",
    "processes/onboard-client/#send-contract|processes/onboard-client/#fill-in|processes/onboard-client/#approve-contract|processes/onboard-client/#signed",
  ],
  ["complaints", "processes/run-social-week/#answer-complaints"],
  ["ceo", "roles/managing-director/"],
  // In German
  ["Messeauftritt", "processes/exhibit-at-trade-fair/"],
  ["Rundschreiben", "processes/send-newsletter/"],
  ["Webinar durchführen", "processes/hold-webinar/"],
  ["Blogartikel", "processes/publish-blog-post/"],
  ["Freigabe", anApproval],
  ["Einarbeitung", "processes/onboard-colleague/"],
  ["Neukunde", "processes/onboard-client/"],
  ["Jahresplanung", "processes/plan-marketing-year/"],
  // In Danish
  ["messe", "processes/exhibit-at-trade-fair/"],
  ["godkendelse", anApproval],
  ["ny kunde", "processes/onboard-client/"],
  ["krise", "processes/respond-to-news/"],
  // Questions
  ["who sends the newsletter?", "processes/send-newsletter/#send"],
  ["who approves the budget", "processes/run-campaign/#approve-budget"],
  ["how do I start a campaign", "processes/run-campaign/"],
  ["who answers complaints", "processes/run-social-week/#answer-complaints"],
  ["what does the designer do", "roles/designer/"],
  ["when do we delete contacts", "processes/clean-contact-data/"],
  ["who is away next week", "calendar/"],
  ["what is a teaser", "glossary/#teaser"],
  ["who replaces Tom", "people/demo-tom/"],
];

const search = await openNameSearch(searchNames(siteOf(shippedFiles())));
/** The place of the first find that answers a query, from 0; -1 where none does. */
const places = queries.map(([query, paths]) =>
  search
    .find(query, {})
    .finds.findIndex(({ path, isApproval }) =>
      paths === anApproval ? isApproval === true : paths.split("|").includes(path),
    ),
);
const shareOf = (isRight: (place: number) => boolean) => places.filter(isRight).length / places.length;

test("what people type leads to the right page first in four of five cases, and among the first three in nearly all", () => {
  expect(queries.length).toBeGreaterThan(60);
  expect(shareOf((place) => place === 0)).toBeGreaterThanOrEqual(0.8);
  expect(shareOf((place) => place >= 0 && place < 3)).toBeGreaterThanOrEqual(0.92);
});

test.each([
  "tiktok",
  "pizza",
  "blockchain",
  "wqzx",
  "football",
  "salary",
  "parking",
  "xyz123",
  "coffee machine",
])("%s finds nothing", (query) => {
  expect(search.find(query, {}).finds).toEqual([]);
});
