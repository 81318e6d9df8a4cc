import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InternalError } from "../../core/problem.ts";
import { sourceDigest } from "./source-digest.ts";

/**
 * The folder of the page program. A package brings it made, in `page-program` beside the file that holds this module;
 * among the sources it is made when there is none for them as they are, which takes a few seconds.
 */
export async function pageProgramFolder(): Promise<string> {
  const brought = fileURLToPath(new URL("page-program/", import.meta.url));
  if (existsSync(join(brought, "program.json"))) return brought;
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const folder = join(root, ".artifacts/page-program", sourceDigest(root));
  if (!existsSync(join(folder, "program.json"))) await make(folder);
  return folder;
}

/** Another process makes it: bundlers leave behind what nobody needs who renders pages. */
async function make(folder: string): Promise<void> {
  const script = fileURLToPath(new URL("make-page-program.ts", import.meta.url));
  const child = spawn(process.execPath, [script, folder], { stdio: ["ignore", "inherit", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  if (code !== 0) throw new InternalError(`The page program could not be made.\n\n${said.trim()}`);
}
