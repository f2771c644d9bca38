import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';
import { Keys } from '../../lib/ui/Keys.tsx';
import type { Ui } from '../../lib/ui/ui.ts';
import { Permission } from './Permission.tsx';
import { Sample } from './Sample.tsx';

/** Opens once, when the extension is installed: what it does, what it never does, and a figure to try it on. */
export function Welcome({ words, settings }: Ui) {
  const { t } = words;
  return (
    <>
      <h1>{t('welcome_title')}</h1>
      <p class="lead text">{t('welcome_lead')}</p>
      <Permission words={words} />
      <Sample words={words} settings={settings} />
      <div class="parts">
        <Part title={t('welcome_mark')}>
          <p>
            <Dots /> {t('welcome_mark_looks')}
          </p>
          <p>{t('welcome_mark_means')}</p>
        </Part>
        <Part title={t('welcome_never')}>
          <ul>
            <li>{t('welcome_never_verdict')}</li>
            <li>{t('welcome_never_sum')}</li>
            <li>{t('welcome_never_send')}</li>
            <li>{t('welcome_never_change')}</li>
          </ul>
        </Part>
        <Part title={t('options_keys')}>
          <Keys words={words} />
        </Part>
      </div>
      <p class="bar end">
        <button class="btn" onClick={() => void browser.runtime.openOptionsPage()}>{t('popup_options')}</button>
        <span class="small">{t('welcome_toolbar')}</span>
      </p>
    </>
  );
}

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

/** A mark as it looks in a page. */
const Dots = () => <span class="dots" aria-hidden="true">735</span>;
