/** Bytes as base64 text. Node before 25 has no `Uint8Array.prototype.toBase64`, hence the way through text. */
export function toBase64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let start = 0; start < bytes.length; start += mostArguments)
    chunks.push(String.fromCharCode(...bytes.subarray(start, start + mostArguments)));
  return btoa(chunks.join(""));
}

/** The bytes of a base64 text; blanks in it do not matter. Throws when it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = characters.charCodeAt(index);
  return bytes;
}

/** How many arguments a call may safely have. */
const mostArguments = 8192;
