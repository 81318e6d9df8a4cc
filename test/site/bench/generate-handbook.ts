import type { HandbookFiles } from "../../../core/definition/index.ts";
import { createRandom } from "./random.ts";
import { sentence, stepTitles, topics } from "./words.ts";

const areas = [
  "content",
  "events",
  "campaigns",
  "sales",
  "planning",
  "web",
  "service",
  "data",
  "brand",
  "people",
];
const roleCount = 24;

/**
 * A sound handbook of `count` processes, always the same for the same seed. Each process is about as long as
 * those a team writes: 6 to 12 steps with instructions and checklists, an approval, now and then a decision
 * or steps side by side; about 8 kB of text.
 */
export function generateHandbook(count: number, seed: number): HandbookFiles {
  const files = new Map<string, string>([
    ["handbook.yml", handbookFile()],
    ["roles.yml", rolesFile()],
    ["absences.yml", ""],
  ]);
  for (let number = 1; number <= count; number += 1) {
    const area = areas[number % areas.length] ?? "content";
    files.set(`${area}/process-${number}.mdx`, processFile(number, createRandom(seed * 100_003 + number)));
  }
  return files;
}

function handbookFile(): string {
  const lines = areas.map((area) => `  ${area}: ${area[0]?.toUpperCase()}${area.slice(1)}`);
  return `title: Generated handbook\ntimeZone: Europe/Zurich\nrepository: acme/handbook\ncalendar:\n  country: CH\n  region: ZH\nareas:\n${lines.join("\n")}\n`;
}

function rolesFile(): string {
  const approver =
    "approver: { title: Approver, summary: Says yes., people: [person-x], deputies: [person-y] }\n";
  const roles = Array.from(
    { length: roleCount },
    (_, index) =>
      `role-${index}:\n  title: ${topics[index % topics.length]} lead ${index}\n  summary: Answers for it.\n  people: [person-${index}]\n  deputies: [person-${(index + 1) % roleCount}]\n  department: ${index % 6 === 0 ? "IT" : "Marketing"}\n`,
  );
  return [approver, ...roles].join("\n");
}

function processFile(number: number, random: () => number): string {
  const pick = (most: number) => Math.floor(random() * most);
  const role = () => `role-${pick(roleCount)}`;
  const topic = topics[pick(topics.length)] ?? "";
  const stepCount = 6 + pick(7);
  const titles = Array.from(
    { length: stepCount },
    (_, index) => `${stepTitles[pick(stepTitles.length)]} ${index + 1}`,
  );
  const steps = titles.map((title, index) => stepKeys(title, index, stepCount, role, pick));
  const frontMatter = [
    `title: ${topic} ${number}`,
    `summary: ${sentence(random, 12)}`,
    `outcome: ${sentence(random, 10)}`,
    `trigger: ${sentence(random, 9)}`,
    `owner: ${role()}`,
    "anchor: Publish date",
    "reviewEvery: 6mo",
    `tools: [Tool ${pick(12)}, Tool ${12 + pick(12)}]`,
    `tags: [${topic.toLowerCase()}, tag-${pick(40)}]`,
    "steps:",
    ...steps,
  ];
  const paragraphs = (most: number) =>
    Array.from({ length: most }, () => `${sentence(random, 14)} ${sentence(random, 12)}`).join("\n\n");
  const checks = () => Array.from({ length: 4 + pick(3) }, () => `- [ ] ${sentence(random, 9)}`).join("\n");
  const body = titles.map((title) => `## ${title}\n\n${paragraphs(1)}\n\n${checks()}\n`).join("\n");
  return `---\n${frontMatter.join("\n")}\n---\n\n${paragraphs(2)}\n\n${body}`;
}

function stepKeys(
  title: string,
  index: number,
  count: number,
  role: () => string,
  pick: (most: number) => number,
): string {
  const isApproval = index === 3;
  // The seventh step stands beside the sixth in longer processes, so both take in what the fifth leaves.
  const isBeside = index === 6 && count > 8;
  const source = isBeside ? 5 : index;
  const keys = [
    `  - id: step-${index + 1}`,
    `    title: ${title}`,
    ...(isApproval
      ? ["    kind: approval", "    approvers: [approver]", "    approves: step-3"]
      : [`    role: ${role()}`]),
    `    due: ${index === count - 1 ? "0d" : `-${(count - 1 - index) * 3}d`}`,
    `    effort: ${1 + pick(8)}h`,
    ...(source === 0
      ? []
      : ["    input:", `      - { what: Result of step ${source}, from: step-${source} }`]),
    ...(index === 7 && count > 8 ? ["      - { what: Result of step 6, from: step-6 }"] : []),
    ...(isApproval ? [] : [`    output: [Result of step ${index + 1}]`]),
    ...(isBeside ? ["    after: step-5"] : []),
    ...(index === 7 && count > 8 ? ["    after: [step-6, step-7]"] : []),
    ...(pick(3) === 0 ? [`    informed: ${role()}`] : []),
  ];
  return keys.join("\n");
}
