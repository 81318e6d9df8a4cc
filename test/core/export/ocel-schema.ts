const text = { type: "string" };
const moment = { type: "string", format: "date-time" };
const listOf = (properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []) => ({
  type: "array",
  items: {
    type: "object",
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
  },
});
const types = listOf({ name: text, attributes: listOf({ name: text, type: text }) });
const relationships = listOf({ objectId: text, qualifier: text });

/**
 * What a file of OCEL 2.0 in JSON has to look like, written down anew from the schema that the specification prints (A. Berti and others,
 * "OCEL (Object-Centric Event Log) 2.0 Specification", 2023, section 8.2; https://www.ocel-standard.org/2.0/ocel20-schema-json.json): the
 * published file itself is in no package. It asks for the same keys, types and formats, key by key.
 */
export const ocelSchema = {
  type: "object",
  properties: {
    eventTypes: types,
    objectTypes: types,
    events: listOf(
      {
        id: text,
        type: text,
        time: moment,
        attributes: listOf({ name: text, value: text }),
        relationships,
      },
      ["attributes", "relationships"],
    ),
    objects: listOf(
      {
        id: text,
        type: text,
        attributes: listOf({ name: text, value: text, time: moment }),
        relationships,
      },
      ["attributes", "relationships"],
    ),
  },
  required: ["eventTypes", "objectTypes", "events", "objects"],
};
