// Fields of a form, each with its label and, below it, what there is to know about it.

type Choice<T> = { value: T; label: string };

/** One of a few: a select, whose values may be anything that can be told apart. */
export function Select<T>({ id, label, value, choices, disabled = false, invalid, describedBy, choose }: { id: string; label: string; value: T; choices: readonly Choice<T>[]; disabled?: boolean; invalid?: boolean; describedBy?: string | undefined; choose(value: T): void }) {
  return (
    <div class="labelled">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="field"
        disabled={disabled}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => {
          const choice = choices[currentTarget.selectedIndex];
          if (choice) choose(choice.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.label} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Check({ label, note, on, turn }: { label: string; note?: string; on: boolean; turn(on: boolean): void }) {
  return (
    <label class="choice">
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => turn(currentTarget.checked)} />
      <span>
        {label}
        {note && <span class="small">{note}</span>}
      </span>
    </label>
  );
}
