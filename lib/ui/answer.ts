// What a page of ours asks for and shows when it comes.
import { useEffect, useRef, useState } from 'preact/hooks';

/** An answer that is not there. */
export type Pending = 'reading' | 'failed';

/**
 * The answer to `ask`, asked for at first and when one of `inputs` has changed, and the function that asks for it again.
 * Asked again, the old answer stays until the new one is there; one that was overtaken by a later one is dropped.
 */
export function useAnswer<T extends object | null>(ask: () => Promise<T>, inputs: readonly unknown[]): [T | Pending, () => Promise<void>] {
  const [answer, setAnswer] = useState<T | Pending>('reading');
  const turn = useRef(0);
  const put = async (): Promise<void> => {
    const own = ++turn.current;
    const next = await ask().catch((): Pending => 'failed');
    if (own === turn.current) setAnswer(next);
  };
  const again = (): Promise<void> => {
    setAnswer((was) => (was === 'failed' ? 'reading' : was));
    return put();
  };
  useEffect(() => {
    setAnswer('reading');
    void put();
  }, inputs);
  return [answer, again];
}
