import type { ComponentChildren } from 'preact';

/** What is known of something: each fact with its name. Null: it has none, and is not named either. */
export function Facts({ of }: { of: readonly (readonly [name: string, fact: ComponentChildren | null])[] }) {
  return (
    <dl class="facts">
      {of.map(
        ([name, fact]) =>
          fact !== null && (
            <>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </>
          ),
      )}
    </dl>
  );
}
