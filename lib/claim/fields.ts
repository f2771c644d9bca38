// The small values every record of the claims database is made of, each with the reason it is refused for.
import * as z from 'zod/mini';

// The extension's pages forbid eval; without this zod probes for it and the probe is reported as a CSP violation.
z.config({ jitless: true });

/** Control, zero-width and bidirectional characters: invisible to a reviewer, so none may stand in a published record. */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Letters from here on may be written in two ways; below it each is its own NFC (Unicode Standard Annex 15, NFC_QC). */
const COMPOSED = /[\u0300-\uffff]/;

/** One line of plain text, trimmed and NFC; never markup. */
export const line = (max: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(max),
    z.refine((s) => !FORBIDDEN.test(s), { error: 'contains a control, zero-width or bidirectional character' }),
    z.refine((s) => s === s.trim(), { error: 'starts or ends with a space' }),
    z.refine((s) => !COMPOSED.test(s) || s === s.normalize('NFC'), { error: 'is not NFC-normalised' }),
  );

export const id = z.string().check(z.maxLength(120), z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not a kebab-case id'));

/** question--source-date of an estimate, source--question of a series. */
export const pairId = z
  .string()
  .check(z.maxLength(200), z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*--[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not two kebab-case ids joined by --'));

/** YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists. */
export const date = z.string().check(
  z.regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'is not an ISO date'),
  z.refine(
    // The pattern has held the day to 31. A database has more dates than anything else, so none is written out again to be compared.
    (s) => s.length !== 10 || +s.slice(8) <= 28 || +s.slice(8) === new Date(`${s}T00:00:00Z`).getUTCDate(),
    { error: 'is not a day that exists' },
  ),
);

/**
 * An address a reader may be sent to: http(s), a host name with a dot, no user name in front of it. A pattern rather than
 * `new URL`: the latter quietly repairs what it reads (backslashes, tabs), and a repaired address is not the one reviewed.
 */
export const url = z.string().check(
  z.maxLength(2000),
  z.refine((s) => !FORBIDDEN.test(s), { error: 'contains a control, zero-width or bidirectional character' }),
  z.regex(/^https?:\/\/(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+\.?(?::\d{1,5})?(?:[/?#][^\s<>"\\^`]*)?$/u, 'is not an http(s) address'),
);

/** A string looked for on a page as it stands; patterns are not a thing here, so their characters are refused. */
export const literal = line(80).check(z.refine((s) => !/[\\^$*+?{}|]/.test(s), { error: 'contains a pattern character' }));

/** A literal long enough to be a name. */
export const alias = literal.check(z.minLength(2));

/** Names by ISO 639-1 code. */
export const aliasesByLanguage = z.record(
  z.string().check(z.regex(/^[a-z]{2}$/, 'is not an ISO 639-1 code')),
  z.array(alias).check(z.minLength(1)),
);

/** ISO 3166-1 alpha-2, and XK for Kosovo. */
export const country = z.string().check(z.regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 alpha-2 code'));

/** People, or whatever the question's unit says; not whole numbers only, because some units are percent. */
export const people = z.number().check(z.refine((n) => Number.isFinite(n) && n >= 0 && n < 1e10, { error: 'is not a count' }));
