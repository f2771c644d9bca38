import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../card/words.ts';
import { Facts } from './Facts.tsx';
import { changeKeys, commandKeys } from './keys.ts';

/** Which keys do what, as they are set now, and the way to change them. */
export function Keys({ words: { t } }: { words: Words }) {
  const [commands, setCommands] = useState<{ name: string; keys: string }[]>([]);
  useEffect(() => void commandKeys().then(setCommands), []);
  return (
    <>
      <Facts
        of={[
          ...commands.map(({ name, keys }) => [t(`command_${name.replaceAll('-', '_')}`), keys === '' ? t('ui_no_keys') : <kbd dir="ltr">{keys}</kbd>] as const),
          [t('ui_key_close'), <kbd dir="ltr">Esc</kbd>],
        ]}
      />
      {commands.length > 0 && (
        <p>
          <button class="link" onClick={() => void changeKeys()}>{t('ui_keys_change')}</button>
        </p>
      )}
    </>
  );
}
