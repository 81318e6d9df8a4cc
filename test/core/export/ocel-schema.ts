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
 * What a file of OCEL 2.0 in JSON has to look like, written down anew from the specification (https://www.ocel-standard.org/,
 * chapter 8), since its schema file is not in any package.
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
