/**
 * Why a check brought nothing new. `unreachable`: no answer, or none in time. `gone`: the host says this feed is no more.
 * `frozen`: the head has expired, or our clock stands before it. `equivocation`: one number, two contents — somebody is
 * shown another feed than we are. `needs-newer-extension`: data of a form this version cannot read. `no-room`: the disk is full.
 */
export const FAILURES = [
  'unreachable',
  'gone',
  'too-large',
  'malformed',
  'wrong-type',
  'bad-signature',
  'head-rollback',
  'rollback',
  'equivocation',
  'frozen',
  'mix-and-match',
  'bad-data',
  'needs-newer-extension',
  'no-room',
  'cancelled',
] as const;
export type FailureCode = (typeof FAILURES)[number];

/** `detail` is for the person who publishes the feed; a reader is shown the code in words. */
export class UpdateFailure extends Error {
  override name = 'UpdateFailure';
  readonly code: FailureCode;
  /** Seconds the host asked us to wait; null: it did not say. */
  readonly retryAfter: number | null;

  constructor(code: FailureCode, detail: string, retryAfter: number | null = null) {
    super(detail);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
