import { builtinModules } from "node:module";
import { type OutputChunk, type Plugin, rolldown } from "rolldown";

/** What is to be bundled, and where to. */
export interface BundleRequest {
  /** Source file by the name of the program it becomes. */
  readonly programs: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Packages that stay outside and are installed beside the program. */
  readonly beside: readonly string[];
  /** Whether each program has to be one file. */
  readonly isOneFile: boolean;
}

/** Bundles programs for the Node they find, and gives the paths of all files that went in. */
export async function bundle({ programs, folder, beside, isOneFile }: BundleRequest): Promise<string[]> {
  const outside = new Set([...beside, ...builtinModules]);
  const bundled = await rolldown({
    input: programs,
    platform: "node",
    // Its main file finds its parts in a way that no bundler follows.
    resolve: { alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" } },
    external: (id) => id.startsWith("node:") || outside.has(id),
    plugins: [workersBecomeJavaScript],
    logLevel: "warn",
    onLog: (level, log, print) => {
      // Packages in the old format look at themselves to find out where they run.
      if (log.code !== "EVAL" && log.code !== "COMMONJS_VARIABLE_IN_ESM") print(level, log);
    },
  });
  const { output } = await bundled.write({
    dir: folder,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
    codeSplitting: !isOneFile,
    minify: true,
    comments: { legal: false },
  });
  await bundled.close();
  const chunks = output.filter((file): file is OutputChunk => file.type === "chunk");
  return [...new Set(chunks.flatMap(({ moduleIds }) => moduleIds))].sort();
}

/** A worker is started by its address, which a bundler does not follow: beside the program it ends in `.js`. */
const workersBecomeJavaScript: Plugin = {
  name: "handrail-workers",
  transform: {
    filter: { id: /\.ts$/, code: /import\.meta\.url/ },
    handler: (code) => code.replaceAll(/(new URL\("\.\/[\w-]+)\.ts(", import\.meta\.url\))/g, "$1.js$2"),
  },
};
