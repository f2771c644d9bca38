// A profile whose index another build of the same version made, in a form that this one cannot read, as a developer's has after every change.
import { expect, test } from 'vitest';
import { STORAGE_KEY } from '../../lib/mine/storage-key.ts';
import { hover, inBothBrowsers, KNOWN, pageOf, untilCard, untilMarked } from './harness/both.ts';
import { until, type Tab } from './harness/driver.ts';

const ADDRESS = 'http://news.example/older';

/** Runs `what` on the open stores of the claims database: `meta` and `indexes` are its to use, and what it puts into `answer` is answered. */
const inDatabase = <T>(own: Tab, what: string): Promise<T> =>
  own.evaluate<T>(`new Promise((done, fail) => {
    const opening = indexedDB.open('tallyside');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const t = db.transaction(['meta', 'indexes'], 'readwrite');
      const [meta, indexes] = ['meta', 'indexes'].map((name) => t.objectStore(name));
      let answer = null;
      ${what}
      t.oncomplete = () => { db.close(); done(answer); };
      t.onerror = () => fail(t.error);
    };
  })`);

const indexedBy = (own: Tab): Promise<string> => inDatabase(own, "meta.get('pointer').onsuccess = ({ target }) => { answer = target.result.value.indexedBy; };");

inBothBrowsers((world) => {
  test('is answered from an index of its own form', async () => {
    const { driver, web } = world();
    web.serve(ADDRESS, { body: pageOf(KNOWN.sentence) });
    const tab = await driver.newTab();
    await tab.goto(ADDRESS);
    await untilMarked(tab, KNOWN.mark);
    const own = await driver.own('options');
    const ours = await indexedBy(own);
    const [version = ''] = ours.split(' ');
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(ours).toMatch(/^\S+ [0-9a-f]{12}$/);
    await inDatabase(
      own,
      `meta.get('pointer').onsuccess = ({ target }) => { const row = target.result; row.value.indexedBy = ${JSON.stringify(version)}; meta.put(row); };
      indexes.openCursor().onsuccess = ({ target }) => { const at = target.result; if (at) { at.update({ key: at.key, value: /#/.test(at.key) ? { traits: 1, names: [] } : at.value.value ?? 1 }); at.continue(); } };`,
    );
    // What makes the worker open its database anew.
    const storage = '(globalThis.browser ?? chrome).storage.local';
    await own.evaluate(`${storage}.set({ ${STORAGE_KEY}: null }).then(() => ${storage}.remove('${STORAGE_KEY}'))`);
    await own.close();
    await tab.toFront();
    await tab.reload();
    await untilMarked(tab, KNOWN.mark);
    await hover(tab, KNOWN.mark);
    expect((await untilCard(tab)).text).toContain(KNOWN.question);
    const again = await driver.own('options');
    await until('the index to be ours', async () => (await indexedBy(again)) === ours);
    await again.close();
    await tab.close();
  });
});
