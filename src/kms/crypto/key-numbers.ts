// The numbers inside encoded RSA keys (RFC 8017, appendix A.1), for what WebCrypto does not do with them.

import { encodeHex } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import { DER_SEQUENCE, DerReader } from "./der.ts";
import { ownPrivateKey, ownPublicKey } from "./key-info.ts";

export interface RsaPublicNumbers {
  readonly n: bigint;
  readonly e: bigint;
  /** Bits of n. */
  readonly modulusBits: number;
}

/** With the parts for the Chinese remainder theorem, as RFC 8017 section 3.2 names them. */
export interface RsaPrivateNumbers extends RsaPublicNumbers {
  readonly d: bigint;
  readonly p: bigint;
  readonly q: bigint;
  readonly dP: bigint;
  readonly dQ: bigint;
  readonly qInv: bigint;
}

/** The number whose big-endian bytes these are. */
export function bigIntOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${encodeHex(bytes)}`);
}

/** The numbers of a private key of our vault. Throws for other bytes, which is a bug. */
export function rsaPrivateNumbers(pkcs8: Uint8Array): RsaPrivateNumbers {
  const numbers = readRsaPrivateKey(ownPrivateKey("RSA", pkcs8));
  invariant(numbers, "an RSA private key has eight numbers");
  return numbers;
}

/** The numbers of a public key of our records. Throws for other bytes, which is a bug. */
export function rsaPublicNumbers(spki: Uint8Array): RsaPublicNumbers {
  const key = new DerReader(ownPublicKey("RSA", spki)).inside(DER_SEQUENCE);
  const n = nextNumber(key);
  const e = nextNumber(key);
  invariant(n && e, "an RSA public key has two numbers");
  return { n, e, modulusBits: bitsOf(n) };
}

/** The numbers of an RSAPrivateKey with two primes, or undefined for other bytes. Takes hostile bytes. */
export function readRsaPrivateKey(der: Uint8Array): RsaPrivateNumbers | undefined {
  const outer = new DerReader(der);
  const key = outer.inside(DER_SEQUENCE);
  const version = nextNumber(key);
  const [n, e, d, p, q, dP, dQ, qInv] = Array.from({ length: 8 }, () => nextNumber(key));
  if (version !== 0n || !key?.atEnd || !outer.atEnd) return undefined;
  if (!(n && e && d && p && q && dP && dQ && qInv)) return undefined;
  return { n, e, d, modulusBits: bitsOf(n), p, q, dP, dQ, qInv };
}

function nextNumber(reader: DerReader | undefined): bigint | undefined {
  const bytes = reader?.unsigned();
  return bytes === undefined ? undefined : bigIntOf(bytes);
}

function bitsOf(number: bigint): number {
  return number.toString(2).length;
}
