// feed.json beside the questions: what a feed says of itself, and where copies of it lie.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { line } from '../../claim/fields.ts';
import { FeedInfo } from '../../update/roles.ts';
import { PublishError } from './publish-error.ts';
import { reasonOf } from '../reason.ts';

const FeedFile = z.extend(FeedInfo, { mirrors: z.array(line(400)).check(z.maxLength(8)) });
export type FeedFile = z.infer<typeof FeedFile>;

/** Throws PublishError with the field and the reason. */
export async function readFeedFile(assets: string): Promise<FeedFile> {
  const file = join(assets, 'feed.json');
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new PublishError(`${file}: ${reasonOf(error)}`);
  }
  const parsed = FeedFile.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new PublishError(parsed.error.issues.map((i) => `${file}: ${i.path.join('.')}: ${i.message}`).join('\n'));
}
