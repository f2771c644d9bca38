// Keys as files: the private half PKCS#8 in PEM, readable by its owner only; the public half 32 bytes in base64, for anybody.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isPublicKey, type PublicKey } from '../../update/keys.ts';
import { PublishError } from './publish-error.ts';
import { reasonOf } from '../reason.ts';

/** Two of the three root keys name all others; they belong in three places that never burn down together. */
export const ROOT_KEYS = ['root-1', 'root-2', 'root-3'] as const;
export const ROOT_THRESHOLD = 2;
export const KEY_NAMES = [...ROOT_KEYS, 'head', 'data'] as const;
export type SigningKey = { public: PublicKey; private: KeyObject };

/** A new pair in `folder`: NAME.key and NAME.pub. Throws PublishError rather than write over a key: a lost key cannot be made again. */
export async function makeKey(folder: string, name: string): Promise<PublicKey> {
  const pair = generateKeyPairSync('ed25519');
  const file = join(folder, `${name}.key`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    throw new PublishError(isCode(error, 'EEXIST') ? `${file} is there already` : String(error));
  });
  await chmod(file, 0o600);
  const key = publicHalf(pair.privateKey);
  await writeFile(join(folder, `${name}.pub`), `${key}\n`);
  return key;
}

/** Throws PublishError when the file is not there or holds no Ed25519 key. */
export async function readKey(file: string): Promise<SigningKey> {
  const pem = await read(file);
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('another kind of key');
    return { public: publicHalf(key), private: key };
  } catch (error) {
    throw new PublishError(`${file} holds no Ed25519 private key (${reasonOf(error)})`);
  }
}

export async function readPublicKey(file: string): Promise<PublicKey> {
  const text = (await read(file)).trim();
  if (!isPublicKey(text)) throw new PublishError(`${file} holds no Ed25519 public key`);
  return text;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new PublishError(isCode(error, 'ENOENT') ? `no key at ${file}` : String(error));
  }
}

/** The last 32 bytes of the SubjectPublicKeyInfo of RFC 8410 are the key. */
const publicHalf = (key: KeyObject): PublicKey => createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;
