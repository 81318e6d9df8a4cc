import { readFileSync } from "node:fs";
import { Probot } from "probot";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createApp } from "../bot/app.ts";

const manifest = parse(readFileSync("app.yml", "utf8"));

test("the App asks for the events that it hears, and no others", async () => {
  const probot = new Probot({ githubToken: "none", secret: "a long secret", logLevel: "fatal" });
  await probot.ready();
  const heard = new Set<string>();
  const listening = new Proxy(probot, {
    get: (target, key) =>
      key === "on"
        ? (names: string | string[]) => {
            for (const name of [names].flat()) heard.add(name.split(".")[0] ?? "");
          }
        : Reflect.get(target, key),
  });
  createApp({
    heard: async () => undefined,
    wished: async () => undefined,
    ticked: async () => undefined,
    chosen: async () => undefined,
    proposed: async () => undefined,
    isOurselves: () => false,
  })(listening, {} as never);
  expect([...heard].sort()).toEqual([...manifest.default_events].sort());
});
