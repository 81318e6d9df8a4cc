/**
 * The sandbox: a local GitHub to try Handrail with, and to test it against.
 * REST, GraphQL, signed webhooks, web pages, a clock to move and faults to inject, all in memory on this machine.
 */
export type { Call } from "./calls.ts";
export { type ClockOptions, createClock, type SandboxClock } from "./clock.ts";
export { createSandbox } from "./create-sandbox.ts";
export type { FaultEffect, FaultRule } from "./faults.ts";
export type { Sandbox, SandboxOptions, SandboxUser } from "./options.ts";
export { type StartedSandbox, type StartOptions, startSandbox } from "./start-sandbox.ts";
export { copyState } from "./state/copy-state.ts";
export { restoreState } from "./state/restore-state.ts";
export type { Account, Comment, GitHubState, Issue, Notification } from "./state/types.ts";
export type { Delivery } from "./webhooks/deliveries.ts";
