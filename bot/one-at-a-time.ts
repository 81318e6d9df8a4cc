/**
 * Runs work for one key at a time, in this program. Work asked for while the same key is busy is done once
 * afterwards, however often it was asked for, since it looks at everything anew; all who asked wait for it.
 */
export function oneAtATime<K, T>(work: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const running = new Map<K, Promise<T>>();
  const waiting = new Map<K, Promise<T>>();

  function start(key: K): Promise<T> {
    const current = work(key).finally(() => {
      if (running.get(key) === current) running.delete(key);
    });
    running.set(key, current);
    return current;
  }

  return (key) => {
    const busy = running.get(key);
    if (!busy) return start(key);
    const queued = waiting.get(key);
    if (queued) return queued;
    const next = busy
      .catch(() => undefined)
      .then(() => {
        waiting.delete(key);
        return start(key);
      });
    waiting.set(key, next);
    return next;
  };
}
