const spelt: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** The id nearest to a name somebody wrote: `Über uns` is `ueber-uns`. Empty when nothing is left of it. */
export function idFrom(name: string): string {
  const plain = name.toLowerCase().replace(/[äöüß]/g, (letter) => spelt[letter] ?? letter);
  const words =
    plain
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 64).replace(/-$/, "");
}
