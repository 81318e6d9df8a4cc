import type { Log, LogLevel } from "../ports/log.ts";

const order: readonly LogLevel[] = ["debug", "info", "warn", "error"];
const longestText = 500;

/**
 * A log of JSON, one object a line: `time`, `level`, `message`, and the facts. Texts are cut, so that nothing sent to
 * the bot can fill a disk.
 */
export function createLog(write: (line: string) => void, lowest: LogLevel, now: () => string): Log {
  return (level, message, facts = {}) => {
    if (order.indexOf(level) < order.indexOf(lowest)) return;
    const cut = (value: unknown) => (typeof value === "string" ? value.slice(0, longestText) : value);
    const line = Object.fromEntries(
      Object.entries({ time: now(), level, message, ...facts }).map(([key, value]) => [key, cut(value)]),
    );
    write(`${JSON.stringify(line)}\n`);
  };
}

/** A log that nobody reads. */
export const silentLog: Log = () => undefined;
