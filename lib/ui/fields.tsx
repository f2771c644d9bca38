// Fields of a form, each with its label and, below it, what there is to know about it.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

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

type AddressProps = { id: string; label: string; placeholder: string; value: string; problem: string | null; type(text: string): void; children: ComponentChildren };

/** Where an address is typed: with its buttons beside it, and below it what is wrong with it. */
export function AddressField({ id, label, placeholder, value, problem, type, children }: AddressProps) {
  return (
    <>
      <div class="add">
        <div>
          <label for={id}>{label}</label>
          <input
            id={id}
            class="field"
            type="text"
            inputMode="url"
            dir="ltr"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            placeholder={placeholder}
            value={value}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            onInput={({ currentTarget }) => type(currentTarget.value)}
          />
        </div>
        {children}
      </div>
      <p class="problem" id={`${id}-problem`} role="alert" hidden={problem === null}>
        {problem}
      </p>
    </>
  );
}

type FilesProps = { label: string; accept: string; plain?: boolean; disabled?: boolean };

/** A button that asks for files. The same ones may be chosen again after they were mended. */
export function FilesButton({ label, accept, plain = false, disabled = false, one = false, chosen }: FilesProps & { one?: boolean; chosen(files: readonly File[]): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button class={plain ? 'btn plain' : 'btn'} type="button" disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple={!one}
        accept={accept}
        aria-label={label}
        hidden
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) chosen(files);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

export function FileButton({ chosen, ...props }: FilesProps & { chosen(file: File): void }) {
  return <FilesButton {...props} one chosen={([file]) => file && chosen(file)} />;
}
