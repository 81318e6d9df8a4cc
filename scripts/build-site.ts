import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Where the site is built to, and what it is told. */
export interface SiteBuild {
  readonly outFolder: string;
  readonly handbookFolder: string;
  /** Web address or path of the GitHub that its buttons lead to. */
  readonly githubUrl: string;
  /** The moment of the build, an ISO instant; now when left out. */
  readonly now?: string | undefined;
  /** JSON file with the record of runs; none when left out. */
  readonly runsFile?: string | undefined;
}

/** Builds the handbook site. Throws with what the build printed when it fails. */
export async function buildSite({
  outFolder,
  handbookFolder,
  githubUrl,
  now,
  runsFile,
}: SiteBuild): Promise<void> {
  const program = fileURLToPath(new URL("../site/build.ts", import.meta.url));
  const child = spawn(process.execPath, [program], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      HANDRAIL_OUT: outFolder,
      HANDRAIL_HANDBOOK: handbookFolder,
      HANDRAIL_GITHUB_URL: githubUrl,
      ...(now !== undefined && { HANDRAIL_NOW: now }),
      ...(runsFile !== undefined && { HANDRAIL_RUNS: runsFile }),
    },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (exitCode !== 0) throw new Error(`The handbook could not be built.\n\n${printed.trim()}`);
}
