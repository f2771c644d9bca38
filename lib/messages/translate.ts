import { browser } from 'wxt/browser';

type I18n = { getMessage(key: string, substitutions?: string[]): string; getUILanguage(): string };

// WXT types the keys from files it generates when it builds; ours are held to the messages file by a test instead.
const i18n = browser.i18n as unknown as I18n;

/** The interface's words for a key; '' for a key that is not there. */
export const translate = (key: string, substitutions?: string[]): string => i18n.getMessage(key, substitutions);

/** BCP 47. */
export const interfaceLanguage = (): string => i18n.getUILanguage();
