// Everything, as it is stored: what a backup is made of, and what comes back in whole. Its schema is published in
// assets/schema/saved-claims.schema.json.
import * as z from 'zod/mini';
import { SavedClaim } from '../saved/schema.ts';
import type { Exporter } from './exporter.ts';

export const FORMAT = 'tallyside-saved-claims';

export const SavedFile = z.strictObject({
  format: z.literal(FORMAT),
  /** When it was written, ISO, UTC, and by which version of Tallyside. */
  exported: z.iso.datetime(),
  extension: z.string(),
  /** In a backup, what is kept besides the claims. */
  besides: z.optional(z.record(z.string(), z.unknown())),
  claims: z.array(SavedClaim),
});

export const json: Exporter = {
  id: 'json',
  extension: '.json',
  mime: 'application/json',
  async *write(parts, { now, extension, besides }) {
    yield `{"format":${JSON.stringify(FORMAT)},"exported":${JSON.stringify(now)},"extension":${JSON.stringify(extension)},${besides === undefined ? '' : `"besides":${JSON.stringify(besides)},`}"claims":[`;
    let first = true;
    for await (const claims of parts) {
      for (const claim of claims) {
        yield `${first ? '' : ','}\n${JSON.stringify(claim)}`;
        first = false;
      }
    }
    yield '\n]}\n';
  },
};
