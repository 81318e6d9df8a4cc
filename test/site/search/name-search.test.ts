import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openNameSearch } from "../../../site/search/name-search.ts";
import { searchNames } from "../../../site/search/search-names.ts";
import { shippedFiles } from "../../builders.ts";
import { siteOf } from "../site-of.ts";

const names = searchNames(siteOf(shippedFiles()));
const search = await openNameSearch(names);
const pathsFor = (question: string) => search.find(question, {}).finds.map(({ path }) => path);

describe("what people type leads first to where they want to go", () => {
  test.each([
    // As it is called, in other forms, with and without hyphens and spaces
    ["newsletter", "processes/send-newsletter/"],
    ["news letter", "processes/send-newsletter/"],
    ["weekly mailing", "processes/send-newsletter/"],
    ["email", "roles/email-marketer/"],
    ["e-mail", "roles/email-marketer/"],
    ["emails", "roles/email-marketer/"],
    ["blog", "processes/publish-blog-post/"],
    ["blogpost", "processes/publish-blog-post/"],
    ["blog-post", "processes/publish-blog-post/"],
    ["publishing blog posts", "processes/publish-blog-post/"],
    ["webinars", "processes/hold-webinar/"],
    ["tradefair", "processes/exhibit-at-trade-fair/"],
    ["landingpage", "processes/review-web-copy/"],
    ["campaigns", "processes/run-campaign/"],
    ["seo", "roles/seo-strategist/"],
    ["DESIGNER", "roles/designer/"],
    // With the day somebody needs it
    ["newsletter for 10 March", "processes/send-newsletter/"],
    ["newsletter am Donnerstag, 11. März 2027", "processes/send-newsletter/"],
    ["nyhedsbrev til den 11. marts", "processes/send-newsletter/"],
    ["webinar on the 24th of May", "processes/hold-webinar/"],
    ["blog post in 2027-03-11", "processes/publish-blog-post/"],
    // Slips of the fingers
    ["publsh", "processes/publish-blog-post/"],
    ["newsleter", "processes/send-newsletter/"],
    ["webnar", "processes/hold-webinar/"],
    ["wbeinar", "processes/hold-webinar/"],
    ["campain", "processes/run-campaign/"],
    ["lanch", "processes/launch-product/"],
    ["onbording", "processes/onboard-client/"],
    ["rebrandng", "processes/brainstorm-rebranding/"],
    // Other words for it
    ["write an article", "processes/publish-blog-post/"],
    ["online seminar", "processes/hold-webinar/"],
    ["exhibition", "processes/exhibit-at-trade-fair/"],
    ["crisis", "processes/respond-to-news/"],
    ["new employee", "processes/onboard-colleague/"],
    ["new customer", "processes/onboard-client/"],
    ["follow up", "processes/nurture-leads/"],
    ["annual plan", "processes/plan-marketing-year/"],
    ["kpi", "processes/report-from-crm/"],
    ["lawyer", "roles/legal-counsel/"],
    ["printer", "roles/print-shop/"],
    ["shift plan", "processes/cover-channels/"],
    ["Schichtplan", "processes/cover-channels/"],
    ["boss", "roles/managing-director/"],
    // In German and Danish
    ["Rundmail", "processes/send-newsletter/"],
    ["Rundmial", "processes/send-newsletter/"],
    ["Messe", "processes/exhibit-at-trade-fair/"],
    ["Messestand", "processes/exhibit-at-trade-fair/"],
    ["Kampagne", "processes/run-campaign/"],
    ["neuer Mitarbeiter", "processes/onboard-colleague/"],
    ["Produkteinführung", "processes/launch-product/"],
    ["Blogbeitrag", "processes/publish-blog-post/"],
    ["nyhedsbrev", "processes/send-newsletter/"],
    ["kampagne", "processes/run-campaign/"],
    ["ny medarbejder", "processes/onboard-colleague/"],
    ["blogindlæg", "processes/publish-blog-post/"],
    ["årsplan", "processes/plan-marketing-year/"],
    // Questions
    ["how do I publish a post?", "processes/publish-blog-post/"],
    ["who approves the outline", "processes/publish-blog-post/#approve-outline"],
    ["who writes the outline", "processes/publish-blog-post/#outline"],
    ["who sends the newsletter", "processes/send-newsletter/#send"],
    ["hvem godkender nyhedsbrevet", "processes/send-newsletter/#approve-issue"],
    ["Who decides whether we speak?", "processes/respond-to-news/#stance"],
    ["who makes the pictures for the posts", "processes/run-social-week/#pictures"],
    ["what do I do as blog author", "roles/blog-author/"],
    ["what is a lead", "glossary/#lead"],
    ["what does critical path mean", "glossary/#critical-path"],
    // People and lists
    ["Ines", "people/demo-ines/"],
    ["who replaces Ines?", "people/demo-ines/"],
    ["demo-jonas", "people/demo-jonas/"],
    ["processes that need IT", "departments/it/"],
    ["legal department", "departments/legal/"],
    ["calendar", "calendar/"],
    ["glossary", "glossary/"],
  ])("%s", (question, path) => {
    expect(pathsFor(question)[0]).toBe(path);
  });

  test.each([
    ["email", "processes/send-newsletter/"],
    ["onboarding", "processes/onboard-colleague/"],
    ["duplicates", "processes/clean-contact-data/"],
    ["budget", "processes/plan-marketing-year/#budget"],
    ["on-call", "processes/cover-channels/"],
    ["night shift", "processes/cover-channels/"],
    ["dashboard", "dashboard/"],
    ["crm", "tools/#tool--crm"],
    ["retrospective", "glossary/#retrospective"],
    ["Webseite", "processes/go-online/"],
    ["hjemmeside", "processes/review-web-copy/"],
    ["Datenschutz", "roles/data-protection-officer/"],
    ["who is social media manager", "roles/social-media-manager/"],
  ])("%s, among the first three", (question, path) => {
    expect(pathsFor(question).slice(0, 3)).toContain(path);
  });

  test.each(["approve", "aprove", "freigeben", "Freigabe", "godkende", "sign-off"])(
    "%s: a step that is an approval",
    (question) => {
      expect(search.find(question, {}).finds[0]).toMatchObject({ kind: "step", isApproval: true });
    },
  );
});

test.each([
  "facebook",
  "linkedin",
  "instagram",
  "xylophone",
  "buy shoes",
  "asdfgh",
  "kubernetes",
  "blockchain",
  "parking",
  "q",
  "🙂",
])("%s finds nothing", (question) => {
  expect(search.find(question, {}).finds).toEqual([]);
});

test("where nothing is found, names that look like it are near", () => {
  const near = (question: string) => search.find(question, {}).nearest.map(({ title }) => title);
  expect(near("ghundbok")).toContain("Handbook editor");
  expect(near("asdfgh")).toEqual([]);
  expect(near("newsletter")).toEqual([]);
});

test("a step says of which process it is, and who does it or approves", () => {
  const [first] = search.find("approve the outline", {}).finds;
  expect(first).toMatchObject({
    of: "Publish a blog post",
    roles: ["SEO strategist", "Marketing lead"],
  });
});

describe("filters", () => {
  test("leave processes and steps of an area", () => {
    const { finds } = search.find("approve", { area: "Events" });
    expect(finds.length).toBeGreaterThan(0);
    expect(finds.every(({ path }) => /^processes\/(?:exhibit|hold)/.test(path))).toBe(true);
  });
  test("without words give whole processes", () => {
    const { finds } = search.find("", { role: "Print shop" });
    expect(finds.map(({ kind }) => kind)).toEqual(finds.map(() => "process"));
    expect(finds.length).toBeGreaterThan(0);
  });
  test("are known by their titles", () => {
    expect(search.filters.area).toContain("Events");
    expect(search.filters.role).toContain("Blog author");
  });
});

describe("a handbook's own words", async () => {
  const files = new Map(shippedFiles());
  files.set(
    "handbook.yml",
    `${files.get("handbook.yml")}synonyms: { newsletter: [Kundenbrief, "green paper"] }\n`,
  );
  const own = await openNameSearch(searchNames(siteOf(files)));
  test.each(["Kundenbrief", "Kundenbreif", "the green paper", "Rundmail"])("%s", (question) => {
    expect(own.find(question, {}).finds[0]?.path).toBe("processes/send-newsletter/");
  });
  test("are unknown elsewhere", () => {
    expect(pathsFor("Kundenbrief")).not.toContain("processes/send-newsletter/");
  });
});

describe("where people are not published", () => {
  const files = shippedFiles();
  const hidden = searchNames(siteOf(files, { shows: { people: false, absences: false, runs: false } }));
  test("nobody is in the index", () => {
    expect(JSON.stringify(hidden)).not.toContain("demo-");
    expect(JSON.stringify(names)).toContain("demo-ines");
  });
});

test("whatever is asked is answered", () => {
  const known = new Set(names.others.map(({ path }) => path));
  expect(known.size).toBe(names.others.length);
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom("constructor", "__proto__ to", "toString")),
      (question) => {
        const { finds, nearest } = search.find(question, {});
        return finds.length === 0 || nearest.length === 0;
      },
    ),
  );
});
