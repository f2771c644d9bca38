import type { ComponentChildren } from 'preact';

/** A part of a page, with its name beside it, or above it in a narrow window. */
export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="rows">{children}</div>
    </section>
  );
}
