import { readFileSync } from "node:fs";
import { Probot } from "probot";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createApp } from "../bot/app.ts";
import { openHandbook } from "../core/handbook/index.ts";
import { handrailWorkflow, heardEvents, jobPermissions, neededPermissions } from "../core/setup/index.ts";

interface Workflow {
  readonly on: Readonly<Record<string, { readonly types?: readonly string[] } | null>>;
  readonly jobs: Readonly<Record<string, { readonly permissions: Readonly<Record<string, string>> }>>;
}

const text = (path: string) => readFileSync(path, "utf8");
const manifest = parse(text("app.yml"));
const made = (publishesPages: boolean): Workflow =>
  parse(handrailWorkflow({ action: "acme/handrail@0", handbook: "processes", publishesPages }));
const own: Workflow = parse(text(".github/workflows/handrail.yml"));
const workflows: readonly (readonly [string, Workflow])[] = [
  ["what init writes", made(false)],
  ["what init --pages writes", made(true)],
  ["our own", own],
];

/** Each event that the bot listens to with its action, and each without one. */
async function listenedTo(): Promise<Set<string>> {
  const probot = new Probot({ githubToken: "none", secret: "a long secret", logLevel: "fatal" });
  await probot.ready();
  const heard = new Set<string>();
  const listening = new Proxy(probot, {
    get: (target, key) =>
      key === "on"
        ? (names: string | string[]) => {
            for (const name of [names].flat()) heard.add(name);
          }
        : Reflect.get(target, key),
  });
  createApp({
    heard: async () => undefined,
    joined: () => undefined,
    wished: async () => undefined,
    ticked: async () => undefined,
    chosen: async () => undefined,
    proposed: async () => undefined,
    isOurselves: () => false,
  })(listening, {} as never);
  return heard;
}

describe("the events", () => {
  test("that are listed are those that the bot listens to", async () => {
    const listed = heardEvents.flatMap(({ name, actions }) => actions.map((action) => `${name}.${action}`));
    const heard = [...(await listenedTo())];
    expect(heard.filter((name) => name.includes(".")).sort()).toEqual(listed.sort());
    // GitHub's description does not know the actions of native dates yet, so that handler takes all of `issues`.
    expect(heard.filter((name) => !name.includes("."))).toEqual(["issues"]);
  });

  test("are those that the App asks for", () => {
    expect([...manifest.default_events].sort()).toEqual(heardEvents.map(({ name }) => name).sort());
  });

  test.each(workflows)("are those that start %s, but for what only Apps hear of", (_, workflow) => {
    for (const { name, actions, isForAppsOnly = false } of heardEvents)
      expect([name, workflow.on[name]?.types]).toEqual([name, isForAppsOnly ? undefined : actions]);
    const known = [...heardEvents.map(({ name }) => name), "schedule", "workflow_dispatch", "push"];
    expect(Object.keys(workflow.on).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe("the permissions", () => {
  const always = neededPermissions.filter(({ switches }) => switches.length === 0);
  const onlyWith = neededPermissions.filter(({ switches }) => switches.length > 0);
  /** The lines of handbook.yml that need more. */
  const switches = onlyWith.flatMap((permission) => permission.switches);

  test("are those that the App asks for, beside the one that every App has; with each switch that needs more named there", () => {
    expect(manifest.default_permissions).toEqual({
      metadata: "read",
      ...Object.fromEntries(always.map(({ name, access }) => [name, access])),
    });
    for (const line of switches) expect(text("app.yml")).toContain(`\`${line}\``);
  });

  test.each(workflows)("are those of the job that looks, in %s", (name, workflow) => {
    const isOn = (line: string) => new RegExp(switchPattern(line)).test(text("processes/handbook.yml"));
    const on = name === "our own" ? switches.filter(isOn) : [];
    expect(workflow.jobs["look"]?.permissions).toEqual(parse(jobPermissions(on)));
    expect(name === "our own" ? on : switches).not.toEqual([]);
  });

  test("stand with their switches in the table of the docs, and in our own workflow", () => {
    const rows = [
      ...text("docs/going-live.md").matchAll(/^\| ([a-z ]+: (?:read|write)) \| .*? \| (.*?) ?\|$/gm),
    ];
    expect(rows.map(([, permission, line]) => [permission, line])).toEqual(
      neededPermissions.map((needed) => [
        `${needed.name.replaceAll("_", " ")}: ${needed.access}`,
        needed.switches.map((line) => `\`${line}\``).join(" or "),
      ]),
    );
    for (const line of switches) expect(text(".github/workflows/handrail.yml")).toContain(`\`${line}\``);
  });

  test.each(switches)(
    "are needed with %s, which handbook.yml understands and leaves out by itself",
    (line) => {
      const open = (extra: string) =>
        openHandbook(new Map([["handbook.yml", `title: T\ntimeZone: Europe/Zurich\n${extra}\n`]]), {
          root: "processes",
        });
      expect(open(line).problems.filter(({ file }) => file.endsWith("handbook.yml"))).toEqual([]);
      expect(open(line).handbook.config).not.toEqual(open("").handbook.config);
    },
  );
});

/** `changes: { drafts: true }` also among other keys. */
function switchPattern(line: string): string {
  const [, key = "", inner = ""] = /^(\w+): (?:\{ )?(.*?)(?: \})?$/.exec(line) ?? [];
  return `(?:^|\\n)${key}: .*\\b${inner}\\b`;
}
