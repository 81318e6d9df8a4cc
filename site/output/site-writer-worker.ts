import { parentPort } from "node:worker_threads";
import { makeSite } from "../data/make-site.ts";
import { pageKeys } from "../data/page-keys.ts";
import { openOutputFolder } from "./output-folder.ts";
import { beginSearchIndex } from "./search-index.ts";
import type { NewSite, WriterOrder } from "./site-writer.ts";
import { type SiteWriting, writeSite } from "./write-site.ts";

let writing: SiteWriting | undefined;
let keys: ReadonlyMap<string, string> = new Map();

parentPort?.on("message", async (order: WriterOrder) => {
  if (order.kind === "begin") begin(order);
  else if (order.kind === "page") writing?.addPage(order.pathname, order.html);
  else if (writing) {
    const written = await writing.finish(order.pathnames);
    parentPort?.postMessage({ ...written, pageKeys: keys } satisfies NewSite);
  }
});

function begin({ data, folder, keptIn }: Extract<WriterOrder, { kind: "begin" }>): void {
  const site = makeSite(data);
  const nothing = new Map<never, never>();
  const place = { output: openOutputFolder(folder), keptIn, keysBefore: nothing, pagesBefore: nothing };
  writing = writeSite(site, place, beginSearchIndex(site, keptIn, false));
  keys = pageKeys(site);
}
