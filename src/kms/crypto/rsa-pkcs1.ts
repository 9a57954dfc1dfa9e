// EMSA-PKCS1-v1_5 (RFC 8017, section 9.2): what is signed in place of the digest.

import { concatBytes } from "#lib/bytes.ts";
import type { HashName } from "./key-specs.ts";

// DigestInfo before the digest, from the notes of section 9.2: the object identifiers of the hashes differ in one byte.
const HASH_ARC = { "SHA-256": 1, "SHA-384": 2, "SHA-512": 3 } as const satisfies Record<HashName, number>;

function digestInfo(hash: HashName, digest: Uint8Array): Uint8Array {
  const identifier = [
    0x30,
    0x0d,
    0x06,
    0x09,
    0x60,
    0x86,
    0x48,
    0x01,
    0x65,
    0x03,
    0x04,
    0x02,
    HASH_ARC[hash],
    0x05,
    0x00,
  ];
  const octets = [0x04, digest.length];
  return concatBytes(
    Uint8Array.from([0x30, identifier.length + octets.length + digest.length, ...identifier, ...octets]),
    digest,
  );
}

/** 00 01 FF...FF 00 and then the digest with the name of its hash, `length` bytes in all. */
export function encodePkcs1(hash: HashName, digest: Uint8Array, length: number): Uint8Array {
  const info = digestInfo(hash, digest);
  const encoded = new Uint8Array(length).fill(0xff);
  encoded.set([0x00, 0x01]);
  encoded[length - info.length - 1] = 0x00;
  encoded.set(info, length - info.length);
  return encoded;
}
