/**
 * A pure function of an object that remembers what it gave for as long as the object lives. The object may not change meanwhile, nor
 * what it gives, which is shared by all who ask.
 */
export function rememberEach<K extends object, T>(of: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: of(key) };
    known.set(key, found);
    return found.value;
  };
}
