// What a researcher saves as a feed's source folder goes through the maintainers' tool, as anybody would use it.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { enterEstimate, enterQuestion, type Entered } from '../lib/mine/enter.ts';
import { packedFolder } from '../lib/mine/folder.ts';
import { NOTHING, type Mine } from '../lib/mine/mine.ts';
import { diary, flood, KNOWN } from './mine-data.ts';
import { claims } from './support/run-claims.ts';
import { scratch } from './support/small-assets.ts';

const mineOf = (entered: Entered): Mine => {
  if ('slips' in entered) throw new Error(JSON.stringify(entered.slips));
  return entered.mine;
};

test('the folder is sound, is published, and shows what somebody has read again', async () => {
  const folder = await scratch();
  const [assets, keys, feed, compiled] = [join(folder, 'my-data'), join(folder, 'keys'), join(folder, 'feed'), join(folder, 'compiled')];
  let mine = mineOf(enterQuestion(NOTHING, flood, null, KNOWN));
  const [question] = mine.questions;
  if (question === undefined) throw new Error('no question');
  const read = { read_again: '2026-11-20', evidence: 'The council’s page: “24 people died”' };
  mine = mineOf(enterEstimate(mine, question.id, { ...diary, source: 'Brenna Council', role: 'government', best: '24', as_of: '2017-08-01', ...read }, null, KNOWN));
  mine = mineOf(enterEstimate(mine, question.id, { ...diary, source: 'River Watch', role: 'monitor', best: '30', as_of: '2017-08-01' }, null, KNOWN));
  mine = mineOf(enterEstimate(mine, 'arlen-civilians', diary, null, KNOWN));
  for (const [path, bytes] of Object.entries(unzipSync(packedFolder({ ...mine, changed: '2026-11-22T04:00:00.000Z' })))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const good = async (...args: string[]): Promise<string> => {
    const { code, err, out } = await claims(...args);
    expect(`${code} ${err}`, args.join(' ')).toBe('0 ');
    return out;
  };
  expect(await good('check', '--assets', assets)).toBe('2 questions, 3 estimates, 3 sources: 0 problems\n');
  await good('compile', compiled, '--assets', assets);
  await good('keygen', keys);
  await good('root', feed, '--keys', keys, '--assets', assets);
  expect(JSON.parse(await good('publish', feed, '--keys', keys, '--assets', assets, '--json'))).toMatchObject({ version: '2026.11.22' });
  expect(JSON.parse(await good('verify', feed, '--json'))).toMatchObject({ feed: 'My data', version: '2026.11.22' });
  // Only the estimate that was read again is shown; two wait unseen.
  expect(JSON.parse(await good('audit', '--json', '--assets', assets))).toContainEqual(expect.objectContaining({ collection: 'total', estimates: 3, shown: 1 }));
});
