/** The shape and the colour are those of the kind around it: its class, `k-un`. */
export function Glyph() {
  return (
    <svg class="g" viewBox="0 0 10 10" aria-hidden="true">
      <path />
    </svg>
  );
}

/** A control's sign, 16 × 16, drawn in lines; which, the sheet says. */
export function Sign() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path />
    </svg>
  );
}
