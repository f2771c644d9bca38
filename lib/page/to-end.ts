/** Work that gives way often, done at once: for what somebody waits for, and where there is no page to hold up. */
export function toEnd<Result>(work: Iterator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
