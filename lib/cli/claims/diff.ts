// `claims diff A B`: what a reader would see change from one version of a database to another.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDatabase } from '../../../assets/compile.ts';
import { changesBetween, type EstimateChange, type Figure, type QuestionChange } from '../../claim/changes.ts';
import type { Question } from '../../claim/database.ts';
import { readEnvelope } from '../../update/envelope.ts';
import { Manifest } from '../../update/bundle.ts';
import { MANIFEST_FILE, shardFile } from '../../update/files.ts';
import { readShards } from '../../update/install.ts';
import { manifestFile } from '../../update/roles.ts';
import { headIn } from '../publish/feed-folder.ts';
import { PublishError } from '../publish/publish-error.ts';
import { reasonOf } from '../reason.ts';
import { options, told, type Command } from './command.ts';

export const diff: Command = {
  usage: 'diff A B [--json]',
  summary: 'what a reader would see change; each a published or compiled folder, or one of question files',
  async run(args) {
    const { values, positionals } = options(args, { json: { type: 'boolean', default: false } }, 2);
    const [a = '', b = ''] = positionals;
    return told(async () => {
      const changes = changesBetween(await questionsOf(a), await questionsOf(b));
      if (values.json) console.log(JSON.stringify(changes, null, 2));
      else console.log(changes.length === 0 ? 'No reader would see a change.' : `${changes.map(inWords).join('\n\n')}\n\n${summary(changes)}`);
      return 0;
    });
  },
};

/** As readers get them. Throws PublishError for a folder that is none of the three. */
async function questionsOf(folder: string): Promise<Question[]> {
  const manifest = await manifestIn(folder);
  if (manifest !== null) {
    const shards = await readShards(manifest, async (hash) => new Uint8Array(await readFile(join(folder, shardFile(hash)))));
    return shards.flatMap((shard) => (shard.kind === 'questions' ? shard.records : []));
  }
  if ((await stat(join(folder, 'questions')).catch(() => null)) === null) throw new PublishError(`${folder} holds neither a published feed, a compiled bundle nor question files`);
  try {
    return (await loadDatabase(folder)).questions;
  } catch (error) {
    throw new PublishError(reasonOf(error));
  }
}

async function manifestIn(folder: string): Promise<Manifest | null> {
  const head = await headIn(folder);
  const text =
    head === null
      ? await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => null)
      : readEnvelope('manifest', await readFile(join(folder, manifestFile(head.manifest.sha256)), 'utf8')).text;
  return text === null ? null : Manifest.parse(JSON.parse(text));
}

function inWords({ question, title, kind, fields, estimates, points }: QuestionChange): string {
  const what = kind === 'changed' ? (fields.length > 0 ? `: ${fields.join(', ')} changed` : '') : `: ${kind === 'added' ? 'new question' : 'question gone'}`;
  const lines = [`${title} (${question})${what}`, ...estimates.map(estimateInWords)];
  return [...lines, ...(points > 0 ? [`  ${points} new dated value${points === 1 ? '' : 's'}`] : [])].join('\n');
}

function estimateInWords({ source, kind, fields, before, after }: EstimateChange): string {
  const figure = before && after && figureInWords(before) !== figureInWords(after) ? `${figureInWords(before)} → ${figureInWords(after)}` : figureInWords(after ?? before);
  return `  ${kind.padEnd(10)} ${source}: ${figure}${kind === 'changed' ? ` (${fields.join(', ')})` : ''}`;
}

function figureInWords(figure: Figure | null): string {
  if (figure === null) return '';
  const { low, best, high, qualifier, text_value, as_of } = figure;
  const number = [low, best, high].filter((n) => n !== null).join('–');
  return `${number || (text_value ?? 'no figure')} ${qualifier}${as_of === null ? '' : `, ${as_of}`}`;
}

function summary(changes: readonly QuestionChange[]): string {
  const estimates = changes.flatMap((c) => c.estimates);
  const count = (kind: EstimateChange['kind']): number => estimates.filter((e) => e.kind === kind).length;
  return `${changes.length} questions; estimates: ${(['added', 'changed', 'superseded', 'withdrawn', 'gone'] as const).map((kind) => `${count(kind)} ${kind}`).join(', ')}`;
}
