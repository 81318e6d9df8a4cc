export { readSettings, type SiteSettings } from "./data/settings.ts";
export { InputError } from "./input-error.ts";
export { createLiveHandbook, type LiveHandbook, type LiveOptions } from "./live/live-handbook.ts";
export { type BuiltHandbook, buildHandbook } from "./output/build-handbook.ts";
export { openPageProgram, type PageProgram, type ProgramFacts } from "./program/page-program.ts";
export { pageProgramFolder } from "./program/page-program-folder.ts";
export { failureText } from "./tell-failure.ts";
