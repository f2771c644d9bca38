// What costs something to find out and is often not asked for.

/** Read when it is first asked for, and once. */
export function later<T>(read: () => T): () => T {
  let known: { value: T } | null = null;
  return () => (known ??= { value: read() }).value;
}
