import type { Instant } from "../metrics/index.ts";

/** Something with a name and a value. Values are texts whatever they mean, as the published schema of OCEL 2.0 has them. */
export interface OcelAttribute {
  readonly name: string;
  readonly value: string;
}

/** What an event or an object has to do with an object. */
export interface OcelRelationship {
  readonly objectId: string;
  readonly qualifier: string;
}

export interface OcelEvent {
  readonly id: string;
  readonly type: string;
  readonly time: Instant;
  readonly attributes: readonly OcelAttribute[];
  readonly relationships: readonly OcelRelationship[];
}

export interface OcelObject {
  readonly id: string;
  readonly type: string;
  readonly attributes: readonly (OcelAttribute & { readonly time: Instant })[];
  readonly relationships: readonly OcelRelationship[];
}

/** An event log as OCEL 2.0 has it, to be written down as JSON. */
export interface OcelLog {
  readonly objectTypes: readonly OcelType[];
  readonly eventTypes: readonly OcelType[];
  readonly objects: readonly OcelObject[];
  readonly events: readonly OcelEvent[];
}

/** A kind of events or objects, with the names that their attributes have. */
export interface OcelType {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly type: "string" | "time" }[];
}
