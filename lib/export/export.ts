// Saved claims → a file, in every format that is offered. What comes back in is import.ts.
import { bibtex } from './bibtex.ts';
import { csl } from './csl.ts';
import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { json } from './json.ts';
import { jsonld } from './jsonld.ts';
import { markdown } from './markdown.ts';
import { ris } from './ris.ts';
import { xlsx } from './xlsx.ts';

/** In the order of a menu. */
export const exporters: readonly Exporter[] = [csv, xlsx, json, jsonld, bibtex, ris, csl, markdown];

/** "tallyside-2026-11-22.csv". */
export const fileName = ({ extension }: Exporter, now: string): string => `tallyside-${now.slice(0, 10)}${extension}`;
