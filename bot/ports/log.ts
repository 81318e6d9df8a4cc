/** How much a line of the log matters. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** Facts of a line: ids, numbers and short words of ours. Never a payload, and no text that people typed. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes one line of the log. */
export type Log = (level: LogLevel, message: string, facts?: LogFacts) => void;
