import type { ProcessId } from "../../definition/index.ts";

/** Where the texts of a handbook can be read. */
export interface HandbookPlaces {
  /** Address of the handbook's pages; nothing when it has none. */
  readonly site: string | undefined;
  /** Address of the handbook's folder in the repository at the commit that counts. */
  readonly folder: string;
  /** The path within that folder of each process that is known. */
  readonly processPaths: ReadonlyMap<ProcessId, string>;
}

/**
 * The whole address of a link in a process's text. `from` is the path of that text within the handbook. A link to a page
 * leads to the site, and where the handbook has none to the file that says the same; what has neither leads to the folder.
 */
export function handbookAddress(url: string, from: string, places: HandbookPlaces): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return url;
  const [path = "", anchor] = url.split("#", 2);
  const target = path === "" ? from : path.startsWith("/") ? path : resolve(path, from);
  const hash = anchor === undefined ? "" : `#${anchor}`;
  const page = target.startsWith("/") ? target : pageOf(target);
  const { site } = places;
  if (site !== undefined && page !== undefined) return `${site.replace(/\/$/, "")}${page}${hash}`;
  return `${places.folder}/${target.startsWith("/") ? fileOf(target, places) : target}`;
}

function resolve(path: string, from: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** The page of a process's file; nothing for any other file, such as a picture. */
function pageOf(file: string): string | undefined {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const id = name.endsWith(".mdx") ? name.slice(0, -".mdx".length) : "";
  return id === "" ? undefined : `/processes/${id}/`;
}

/** The file that says what a page of the site says. */
function fileOf(page: string, { processPaths }: HandbookPlaces): string {
  const [, kind, id = ""] = /^\/(processes|roles|areas)\/([^/]+)\/?$/.exec(page) ?? [];
  if (kind === "processes") return processPaths.get(id) ?? "";
  if (kind === "roles") return "roles.yml";
  return kind === "areas" ? id : "";
}
