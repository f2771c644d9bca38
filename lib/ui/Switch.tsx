type Props = { label: string; on: boolean; disabled?: boolean; turn(on: boolean): void };

/** Place, word and colour say the same. */
export function Switch({ label, on, disabled = false, turn }: Props) {
  return (
    <label class="switch push">
      <span>{label}</span>
      <input type="checkbox" role="switch" checked={on} disabled={disabled} onChange={(event) => turn(event.currentTarget.checked)} />
    </label>
  );
}
