/** Asks `allow(key, now)` before each costly answer: `burst` at once, then one every `every` ms. A page cannot keep the worker busy. */
export function pace({ burst, every }: { burst: number; every: number }): (key: number, now: number) => boolean {
  const full = new Map<number, { left: number; since: number }>();
  return (key, now) => {
    const had = full.get(key) ?? { left: burst, since: now };
    const left = Math.min(burst, had.left + (now - had.since) / every);
    const allowed = left >= 1;
    full.set(key, { left: allowed ? left - 1 : left, since: now });
    return allowed;
  };
}
