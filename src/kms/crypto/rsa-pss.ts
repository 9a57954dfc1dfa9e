// EMSA-PSS (RFC 8017, section 9.1) over a given digest, with MGF1 over the same hash and a salt as long as the hash, which
// is how KMS defines its RSASSA_PSS algorithms. Names of the parts as in the RFC: maskedDB, H, salt.

import { concatBytes, equalBytes } from "#lib/bytes.ts";
import type { HashName } from "./key-specs.ts";
import { digest as hashOf } from "./subtle.ts";

const TRAILER = 0xbc;
const EIGHT_ZEROS = new Uint8Array(8);

/** The encoded message of `bits` bits, big-endian in whole bytes. */
export async function encodePss(
  hash: HashName,
  digest: Uint8Array,
  salt: Uint8Array,
  bits: number,
): Promise<Uint8Array> {
  const h = await hashOf(hash, concatBytes(EIGHT_ZEROS, digest, salt));
  const block = new Uint8Array(Math.ceil(bits / 8) - h.length - 1);
  block[block.length - salt.length - 1] = 0x01;
  block.set(salt, block.length - salt.length);
  await mask(hash, h, block);
  clearSpareBits(block, bits);
  return concatBytes(block, h, Uint8Array.of(TRAILER));
}

/** Whether `encoded` encodes the digest with some salt of the digest's length. */
export async function isPssOf(hash: HashName, digest: Uint8Array, encoded: Uint8Array, bits: number): Promise<boolean> {
  const saltLength = digest.length;
  const block = encoded.slice(0, encoded.length - digest.length - 1);
  const h = encoded.subarray(block.length, encoded.length - 1);
  if (block.length < saltLength + 1 || encoded.at(-1) !== TRAILER) return false;
  await mask(hash, h, block);
  clearSpareBits(block, bits);
  const saltStart = block.length - saltLength;
  if (block[saltStart - 1] !== 0x01 || block.subarray(0, saltStart - 1).some((byte) => byte !== 0)) return false;
  return equalBytes(h, await hashOf(hash, concatBytes(EIGHT_ZEROS, digest, block.subarray(saltStart))));
}

/** Exclusive-or of the block with MGF1(seed), in place; masking twice restores it. */
async function mask(hash: HashName, seed: Uint8Array, block: Uint8Array): Promise<void> {
  const count = Math.ceil(block.length / seed.length);
  const pieces = await Promise.all(
    Array.from({ length: count }, (_, i) => hashOf(hash, concatBytes(seed, Uint8Array.of(0, 0, i >> 8, i)))),
  );
  const stream = concatBytes(...pieces);
  for (let i = 0; i < block.length; i++) block[i] = (block[i] ?? 0) ^ (stream[i] ?? 0);
}

/** The encoded message must be a number below the modulus: the bits above `bits` in the first byte are zero. */
function clearSpareBits(block: Uint8Array, bits: number): void {
  block[0] = (block[0] ?? 0) & (0xff >> ((8 - (bits % 8)) % 8));
}
