/** Titles of generated processes; a number follows. */
export const topics = [
  "Newsletter",
  "Webinar",
  "Trade fair",
  "Landing page",
  "Press release",
  "Product launch",
  "Customer survey",
  "Budget round",
  "Brand film",
  "Partner day",
  "Price list",
  "Case study",
];

/** Titles of generated steps; a number follows. */
export const stepTitles = [
  "Write the brief for",
  "Collect the figures of",
  "Draft the text of",
  "Check the facts in",
  "Design the layout of",
  "Book the room for",
  "Send the invitation to",
  "Test every link of",
  "Publish the page of",
  "Answer the questions on",
];

const words =
  "the a our every customer reader page date figure brief text team plan channel mail result step list answer word source picture budget owner check send write ask note keep open close before after with without from about until while most few new old clear short long first last".split(
    " ",
  );

/** A sentence of so many invented words. */
export function sentence(random: () => number, length: number): string {
  const chosen = Array.from({ length }, () => words[Math.floor(random() * words.length)] ?? "the");
  const text = chosen.join(" ");
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
