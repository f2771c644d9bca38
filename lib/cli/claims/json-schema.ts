// The Zod schemas as JSON Schema, so that an editor completes and checks a record while it is written.
import * as z from 'zod/mini';
import { Actor, Event, Publisher, Question, Source } from '../../claim/database.ts';
import { SavedFile } from '../../export/json.ts';
import { DatabaseInfo } from '../../update/bundle.ts';

const RECORDS = { question: Question, source: Source, event: Event, actor: Actor };
const OTHERS = { publishers: z.array(Publisher), database: DatabaseInfo, 'saved-claims': SavedFile };

/** File name → text. What JSON Schema cannot say (a day that exists, order of low and high) is left to `claims check`. */
export function jsonSchemas(): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, schema] of Object.entries(RECORDS)) {
    const json = z.toJSONSchema(schema, { io: 'input' });
    // Every record may name its schema; the check takes the name off before it looks.
    files.set(`${name}.schema.json`, text({ ...json, properties: { $schema: { type: 'string' }, ...json.properties } }));
  }
  for (const [name, schema] of Object.entries(OTHERS)) files.set(`${name}.schema.json`, text(z.toJSONSchema(schema, { io: 'input' })));
  return files;
}

const text = (json: object): string => `${JSON.stringify(json, null, 2)}\n`;
