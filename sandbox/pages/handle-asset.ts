import { readdirSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { escapeHtml } from "../http/html.ts";
import type { Account } from "../state/types.ts";
import type { World } from "../world.ts";

/** Answers the style sheets and pictures of the pages; false when the path is none of them. */
export function handleAsset(world: World, pathname: string, response: ServerResponse): boolean {
  if (pathname === "/sandbox/style.css") {
    return send(response, "text/css; charset=utf-8", readStyle());
  }
  if (pathname === "/sandbox/labels.css")
    return send(response, "text/css; charset=utf-8", labelColors(world));
  const [, id] = /^\/sandbox\/avatars\/(\d+)\.svg$/.exec(pathname) ?? [];
  const account = [...world.state.accounts.values()].find((candidate) => candidate.id === Number(id));
  return account !== undefined && send(response, "image/svg+xml", drawAvatar(account));
}

function send(response: ServerResponse, type: string, text: string): true {
  response.writeHead(200, {
    "content-type": type,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'",
  });
  response.end(text);
  return true;
}

/** The files of the folder `style`, one after another in the order of their names. */
function readStyle(): string {
  const folder = join(import.meta.dirname, "style");
  const files = readdirSync(folder).sort();
  return files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
}

/** Label colours as classes, since the pages allow no styles of their own. Colours are six hex digits, checked before. */
function labelColors({ state }: World): string {
  const colors = new Set(state.labels.map(({ color }) => color));
  return [...colors].map((color) => `.label-${color} { background-color: #${color}; }\n`).join("");
}

const hues = [212, 262, 322, 16, 38, 96, 158, 188];

function drawAvatar({ id, login, name, type }: Account): string {
  const hue = hues[id % hues.length];
  const words = (name || login).split(/[\s-]+/).filter((word) => word !== "");
  const initials = words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join("");
  const shape = type === "User" ? `<circle cx="20" cy="20" r="20"` : `<rect width="40" height="40" rx="9"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${shape} fill="hsl(${hue} 45% 38%)"/>
<text x="20" y="21" text-anchor="middle" dominant-baseline="central" font-family="system-ui, sans-serif" font-size="16" font-weight="600" fill="#fff">${escapeHtml(initials)}</text></svg>`;
}
