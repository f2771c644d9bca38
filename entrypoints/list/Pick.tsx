type Props<T> = { label: string; value: T; choices: readonly { value: T; label: string }[]; choose(value: T): void };

/** A select without room for a label beside it: its first choice says what it chooses from. */
export function Pick<T>({ label, value, choices, choose }: Props<T>) {
  return (
    <select
      class="field"
      aria-label={label}
      onChange={({ currentTarget }) => {
        const choice = choices[currentTarget.selectedIndex];
        if (choice) choose(choice.value);
      }}
    >
      {choices.map((choice, i) => (
        <option key={i} selected={choice.value === value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
