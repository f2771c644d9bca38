// The researcher's data as the folder a feed is made of (assets/README.md says what is in one), packed into one file.
import { strToU8, zipSync } from 'fflate';
import { Actor, Event, Question, Source } from '../claim/database.ts';
import type { Mine } from './mine.ts';
import { fileOf } from './problems.ts';

/** The folder in the archive. */
const FOLDER = 'my-data';

const README = `# A feed's source folder

Questions and estimates from Tallyside's "My data", as the maintainers' tool takes them. Nobody but their author has checked them.

1. Say in feed.json who publishes this, under which licence, and where corrections are sent.
2. npm run -s claims -- check --assets THIS-FOLDER
3. npm run -s claims -- keygen, root and publish DIR make the signed files that readers' extensions fetch.
`;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Path below the folder → text, each record with its fields in the order of the schema. The version is the day of the last change; a second publication on one day needs another. */
export function folderOf({ questions, events, actors, sources, changed }: Mine): Map<string, string> {
  const [year = '', month = '', day = ''] = changed.slice(0, 10).split('-');
  return new Map<string, string>([
    ['README.md', README],
    ['feed.json', json({ id: FOLDER, name: 'My data', licence: 'not stated', contact: null, homepage: null, mirrors: [] })],
    ['database.json', json({ version: `${year}.${month}.${day}`, created: changed.slice(0, 10) })],
    ['publishers.json', json([])],
    ...questions.map((q) => [fileOf.question(q), json(Question.parse(q))] as const),
    ...events.map((e) => [fileOf.event(e), json(Event.parse(e))] as const),
    ...actors.map((a) => [fileOf.actor(a), json(Actor.parse(a))] as const),
    ...sources.map((s) => [fileOf.source(s), json(Source.parse(s))] as const),
  ]);
}

/** Same data, same bytes. */
export function packedFolder(mine: Mine): Uint8Array<ArrayBuffer> {
  const files = [...folderOf(mine)].map(([path, text]) => [`${FOLDER}/${path}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files), { mtime: new Date(Number(mine.changed.slice(0, 4)) < 1980 ? '1980-01-01T12:00:00' : `${mine.changed.slice(0, 10)}T12:00:00`) });
}
