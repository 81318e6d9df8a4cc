import type { ProcessId, RoleId, StepId } from "../../core/definition/index.ts";

/** The addresses of pages, each with the path the site is served under in front. */
export interface Addresses {
  readonly base: string;
  readonly home: string;
  process(id: ProcessId, step?: StepId): string;
  /** What past runs of a process say. */
  pastRuns(id: ProcessId): string;
  /** A run, by the number of its issue. */
  run(issue: number): string;
  role(id: RoleId): string;
  area(id: string): string;
  /** The page of a department, by its id. */
  department(id: string): string;
  /** The page of a person, by GitHub login. */
  person(login: string): string;
  /** A page of the handbook's own. */
  ownPage(id: string): string;
  /** Any other page or file of the site, `calendar/`. */
  at(path: string): string;
}

/** Addresses under a base path, which begins and ends with `/`. */
export function addressesUnder(base: string): Addresses {
  const at = (path: string) => `${base}${path}`;
  return {
    base,
    home: base,
    process: (id, step) => at(`processes/${id}/${step === undefined ? "" : `#${step}`}`),
    pastRuns: (id) => at(`processes/${id}/past-runs/`),
    run: (issue) => at(`runs/${issue}/`),
    role: (id) => at(`roles/${id}/`),
    area: (id) => at(`areas/${id}/`),
    department: (id) => at(`departments/${id}/`),
    person: (login) => at(`people/${login.toLowerCase()}/`),
    ownPage: (id) => at(`pages/${id}/`),
    at,
  };
}
