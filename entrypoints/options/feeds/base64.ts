import { toBase64 } from '../../../lib/update/base64.ts';

/** A file's bytes in the form in which a message can carry them. */
export const base64Of = async (file: File): Promise<string> => toBase64(new Uint8Array(await file.arrayBuffer()));
