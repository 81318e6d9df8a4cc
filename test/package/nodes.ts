import { delimiter } from "node:path";

/** The Nodes that what is published is tried on: paths of their programs in NODES, else the one at work. */
export const nodes: readonly string[] = (process.env["NODES"] ?? process.execPath)
  .split(delimiter)
  .filter((path) => path !== "");
