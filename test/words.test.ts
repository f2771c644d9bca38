// The interface's words: every one that is asked for is there, and every one that is there is asked for.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { frameWords } from '../lib/card/frame.ts';

const ROOT = resolve(import.meta.dirname, '..');
const messages = JSON.parse(readFileSync(join(ROOT, 'assets/public/_locales/en/messages.json'), 'utf8')) as Record<string, { message: string }>;
const keys = Object.keys(messages);

const code = ['lib', 'entrypoints']
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, folder, file)))
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .concat(readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8'))
  .join('\n');

const PLURAL = /_(?:zero|one|two|few|many|other)$/;
/** Keys in quotes, and the beginnings of keys that are put together: t(`card_unit_${measure}`). */
const PLACES = [...new Set(keys.map((key) => key.split('_')[0]))].join('|');
const whole = new Set([...code.matchAll(new RegExp(`['"]((?:${PLACES})_[a-z_]+)['"]|__MSG_([a-z_]+)__`, 'g'))].map((m) => m[1] ?? m[2] ?? ''));
const beginnings = [...code.matchAll(new RegExp('`((?:' + PLACES + ')_[a-z_]*)\\$\\{', 'g'))].map((m) => m[1] ?? '');

test('every word that is asked for is there', () => {
  const stems = new Set(keys.flatMap((key) => [key, key.replace(PLURAL, '')]));
  expect([...whole].filter((key) => !stems.has(key))).toEqual([]);
  expect(beginnings.filter((start) => !keys.some((key) => key.startsWith(start)))).toEqual([]);
});

test('every word that is there is asked for', () => {
  const asked = (key: string): boolean => whole.has(key) || whole.has(key.replace(PLURAL, '')) || beginnings.some((start) => key.startsWith(start));
  expect(keys.filter((key) => !asked(key))).toEqual([]);
});

test('what counts has a word for one and one for more', () => {
  for (const key of keys.filter((k) => k.endsWith('_one'))) expect(keys, key).toContain(key.replace(/_one$/, '_other'));
});

test('no alarm, no verdict, no exclamation', () => {
  for (const [key, { message }] of Object.entries(messages)) expect(message, key).not.toMatch(/!|\boops\b|\bplease\b|\bclaims? to\b|\balleged|\badmitted/i);
});

test('the card in the page gets every word its components ask for, and no other', () => {
  const components = readdirSync(join(ROOT, 'lib/card'))
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(join(ROOT, 'lib/card', file), 'utf8'))
    .join('\n');
  const asked = new Set([...components.matchAll(/'(card_[a-z_]+)'/g)].map((m) => m[1] ?? ''));
  expect(components, 'a word put together in a component cannot be sent with the others').not.toMatch(/`card_[a-z_]*\$\{/);
  expect(new Set(Object.keys(frameWords((key) => key)))).toEqual(asked);
});
