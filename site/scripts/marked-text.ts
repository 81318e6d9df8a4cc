const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
};

/**
 * An extract of the search index as nodes: text, with what was found marked. Everything but the marks is put in
 * as text, so whatever a title or an instruction holds stays harmless.
 */
export function markedText(extract: string): (string | HTMLElement)[] {
  return extract.split(/(<mark>.*?<\/mark>)/s).map((part) => {
    const found = /^<mark>(.*)<\/mark>$/s.exec(part)?.[1];
    if (found === undefined) return decode(part);
    const mark = document.createElement("mark");
    mark.textContent = decode(found);
    return mark;
  });
}

function decode(text: string): string {
  return text.replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (entity) => entities[entity] ?? entity);
}
