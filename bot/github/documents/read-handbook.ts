/** What is read of the folder of a handbook. */
export const handbookFields = `fragment HandbookFields on GitObject {
  ... on Tree {
    entries {
      name
      type
      object {
        ... on Blob { text byteSize }
        ... on Tree { entries { name type } }
      }
    }
  }
}`;

/** The names of a handbook's files at a commit, and the texts of those beside its areas. */
export const handbookTreeDocument = `query HandbookTree($owner: String!, $name: String!, $folder: String!) {
  repository(owner: $owner, name: $name) {
    object(expression: $folder) { ...HandbookFields }
  }
}
${handbookFields}`;

/** The texts of some files, one alias a file; their expressions are variables. */
export function fileTextsDocument(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const variables = numbers.map((index) => `$file${index}: String!`).join(", ");
  const files = numbers.map(
    (index) => `    file${index}: object(expression: $file${index}) { ... on Blob { text byteSize } }`,
  );
  return `query FileTexts($owner: String!, $name: String!, ${variables}) {
  repository(owner: $owner, name: $name) {
${files.join("\n")}
  }
}`;
}
