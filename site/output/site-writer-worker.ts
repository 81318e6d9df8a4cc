import { parentPort } from "node:worker_threads";
import { makeSite } from "../data/make-site.ts";
import { readKeptSite } from "../rebuild/kept-build.ts";
import { isUntouched, openOutputFolder } from "./output-folder.ts";
import type { SitePlace, WriterAnswer, WriterOrder } from "./site-writer.ts";
import { type OpenSite, type SiteWriting, writeSite } from "./write-site.ts";

const answer = (message: WriterAnswer) => parentPort?.postMessage(message);

let place: OpenSite | undefined;
let writing: SiteWriting | undefined;

parentPort?.on("message", async (order: WriterOrder) => {
  if (order.kind === "open") place = open(order);
  else if (order.kind === "write" && place) writing = writeSite(makeSite(order.data), place);
  else if (order.kind === "page") writing?.addPage(order.pathname, order.html);
  else if (order.kind === "finish" && writing)
    answer({ kind: "written", ...(await writing.finish(order.pathnames, order.searchIndex)) });
});

function open({ folder, keptIn, isNew }: SitePlace): OpenSite {
  const kept = isNew ? undefined : readKeptSite(keptIn);
  const files = kept && new Map(kept.files);
  answer({ kind: "opened", isUntouched: files !== undefined && isUntouched(folder, files) });
  return {
    output: openOutputFolder(folder, files),
    keysBefore: new Map(kept?.keys),
    pagesBefore: new Map(kept?.pages),
    keptIn,
    isNew,
  };
}
