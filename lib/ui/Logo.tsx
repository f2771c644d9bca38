/** Our sign, in ink: three strokes and a square set apart. */
export const Logo = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">
    <path d="M2 3v10M5 3v10M8 3v10" />
    <path d="M11.2 8h3.3" stroke-width="2.4" />
  </svg>
);
