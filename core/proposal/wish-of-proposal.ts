import { parseOffset, parseQuantity } from "../calendar/index.ts";
import type { Handbook, RoleId, Step } from "../definition/index.ts";
import type { Wish } from "../edit/index.ts";
import { nearest } from "../message.ts";
import { type Markdown, text } from "../text/index.ts";
import type { ProposalRequest } from "./read-proposal.ts";

/** What a proposal asks of a file; nothing that can be written by itself where it is said freely; or what is wrong with it. */
export type WishReading =
  | { readonly kind: "wish"; readonly wish: Wish }
  | { readonly kind: "free" }
  | { readonly kind: "problem"; readonly problem: Markdown };

/** Turns what somebody proposes into a wish for the file of the process. */
export function wishOfProposal(request: ProposalRequest, handbook: Handbook): WishReading {
  const { kind, step, value, definition } = request;
  if (kind === "other" || !step) return { kind: "free" };
  switch (kind) {
    case "due": {
      const offset = offsetIn(value);
      return offset === undefined
        ? { kind: "problem", problem: text.proposal.wrongOffset(firstLine(value), definition.anchor) }
        : wish({ kind: "set-step-field", step: step.id, field: "due", value: offset });
    }
    case "duration": {
      const duration = durationIn(value);
      return duration === undefined
        ? { kind: "problem", problem: text.proposal.wrongDuration(firstLine(value)) }
        : wish({ kind: "set-step-field", step: step.id, field: "duration", value: duration });
    }
    case "role":
      return roleWish(step, value, handbook);
    case "title":
      return wish({ kind: "rename-step", step: step.id, title: firstLine(value) });
    case "instructions":
      return wish({ kind: "set-instructions", step: step.id, markdown: value });
  }
}

function wish(wanted: Wish): WishReading {
  return { kind: "wish", wish: wanted };
}

function firstLine(value: string): string {
  return value.split("\n", 1)[0]?.trim() ?? "";
}

const units: Readonly<Record<string, string>> = {
  d: "d",
  day: "d",
  bd: "bd",
  "business day": "bd",
  "working day": "bd",
  w: "w",
  week: "w",
  mo: "mo",
  month: "mo",
};

/**
 * An offset as the file writes it, from `-5bd`, `5 business days before`, `T-21`, `on the day` and their like. Not from what tells no
 * side of the date (`5 days`), nor from what counts from the day it is due now (`2 days later`).
 */
function offsetIn(value: string): string | undefined {
  const line = firstLine(value).toLowerCase().replace(/^[−–]/, "-");
  const short = line.replace(/^([+-]?\d+) (?=[a-z]+$)/, "$1");
  if (/^[+-]/.test(short) && parseOffset(short) !== undefined) return short;
  if (/^(?:on|at) the /.test(line) || /^0(?:d|bd|w|mo)?$/.test(short)) return "0d";
  const counted = /^t\s*([+-])\s*(\d{1,4})$/.exec(line);
  if (counted) return `${counted[1]}${counted[2]}d`;
  const said = /^(\d{1,4}) (days?|(?:business|working) days?|weeks?|months?|d|bd|w|mo) (before|after)\b/.exec(
    line,
  );
  const unit = units[(said?.[2] ?? "").replace(/s$/, "")];
  if (!said || unit === undefined) return undefined;
  const sign = said[3] === "before" ? "-" : "+";
  return said[1] === "0" ? "0d" : `${sign}${said[1]}${unit}`;
}

function durationIn(value: string): string | undefined {
  const line = firstLine(value).toLowerCase();
  if (parseQuantity(line, ["bd"]) !== undefined) return line;
  const said = /^(\d{1,3}) (?:business |working )?days?$/.exec(line);
  const weeks = /^(\d{1,2}) weeks?$/.exec(line);
  if (weeks) return `${Number(weeks[1]) * 5}bd`;
  return said ? `${said[1]}bd` : undefined;
}

function roleWish(step: Step, value: string, { roles }: Handbook): WishReading {
  const asked = firstLine(value);
  const role = roleNamed(asked, roles);
  if (role === undefined) {
    const titles = [...roles.values()].map(({ title }) => title);
    const near = nearest(asked, titles);
    return {
      kind: "problem",
      problem: text.proposal.unknownRole(asked, near === undefined ? titles.slice(0, 12) : [near]),
    };
  }
  const field = step.kind === "approval" ? "approvers" : "role";
  return wish({ kind: "set-step-field", step: step.id, field, value: role });
}

function roleNamed(asked: string, roles: Handbook["roles"]): RoleId | undefined {
  const plain = asked.toLowerCase();
  return [...roles.values()].find(({ id, title }) => id === plain || title.toLowerCase() === plain)?.id;
}
