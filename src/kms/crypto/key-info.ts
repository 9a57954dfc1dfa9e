// The two envelopes that keys are kept and handed out in: PKCS#8 PrivateKeyInfo (RFC 5958) and SubjectPublicKeyInfo
// (RFC 5280). What lies inside depends on the family of the key.

import { type Bytes, decodeHex, equalBytes } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import {
  DER_BIT_STRING,
  type DER_CONTEXT_0,
  DER_CONTEXT_0_CONSTRUCTED,
  DER_CONTEXT_1,
  DER_INTEGER,
  DER_OCTET_STRING,
  DER_SEQUENCE,
  DerReader,
} from "./der.ts";
import { derElement } from "./der-writer.ts";
import type { EcdsaSpec, MlDsaSpec, MlKemSpec } from "./key-specs.ts";

type AlgorithmName = "RSA" | "Ed25519" | EcdsaSpec["curve"] | MlDsaSpec["set"] | MlKemSpec["set"];

const EC_PUBLIC_KEY = "06072a8648ce3d0201";
const NIST_ALGORITHMS = "0609608648016503";

/** The content of each AlgorithmIdentifier: RFC 3279, RFC 5480 (EC), RFC 8410, RFC 9881 (ML-DSA), RFC 9935 (ML-KEM). */
const ALGORITHM_IDENTIFIERS: Readonly<Record<AlgorithmName, string>> = {
  RSA: "06092a864886f70d0101010500",
  "P-256": `${EC_PUBLIC_KEY}06082a8648ce3d030107`,
  "P-384": `${EC_PUBLIC_KEY}06052b81040022`,
  "P-521": `${EC_PUBLIC_KEY}06052b81040023`,
  secp256k1: `${EC_PUBLIC_KEY}06052b8104000a`,
  Ed25519: "06032b6570",
  "ML-DSA-44": `${NIST_ALGORITHMS}040311`,
  "ML-DSA-65": `${NIST_ALGORITHMS}040312`,
  "ML-DSA-87": `${NIST_ALGORITHMS}040313`,
  "ML-KEM-512": `${NIST_ALGORITHMS}040401`,
  "ML-KEM-768": `${NIST_ALGORITHMS}040402`,
  "ML-KEM-1024": `${NIST_ALGORITHMS}040403`,
};

/** PKCS#8 DER around the private key of the algorithm. */
export function writePrivateKeyInfo(algorithm: AlgorithmName, privateKey: Uint8Array): Bytes {
  return derElement(
    DER_SEQUENCE,
    Uint8Array.of(DER_INTEGER, 1, 0),
    derElement(DER_SEQUENCE, identifierOf(algorithm)),
    derElement(DER_OCTET_STRING, privateKey),
  );
}

/**
 * The private key inside PKCS#8 DER, or undefined when the bytes are not exactly that, or of another algorithm. Takes
 * hostile bytes. Attributes and a public key, which the format allows to follow, are skipped.
 */
export function readPrivateKeyInfo(algorithm: AlgorithmName, pkcs8: Uint8Array): Uint8Array | undefined {
  const outer = new DerReader(pkcs8);
  const info = outer.inside(DER_SEQUENCE);
  const version = info?.unsigned();
  const identifier = info?.content(DER_SEQUENCE);
  const key = info?.content(DER_OCTET_STRING);
  info?.content(DER_CONTEXT_0_CONSTRUCTED);
  info?.content(DER_CONTEXT_1);
  if (key === undefined || identifier === undefined || !info?.atEnd || !outer.atEnd) return undefined;
  if (version?.length !== 1 || (version[0] ?? 0) > 1) return undefined;
  return equalBytes(identifier, identifierOf(algorithm)) ? key : undefined;
}

/** SubjectPublicKeyInfo DER around the public key of the algorithm. */
export function writePublicKeyInfo(algorithm: AlgorithmName, publicKey: Uint8Array): Bytes {
  const identifier = derElement(DER_SEQUENCE, identifierOf(algorithm));
  return derElement(DER_SEQUENCE, identifier, derElement(DER_BIT_STRING, Uint8Array.of(0), publicKey));
}

/** The public key inside SubjectPublicKeyInfo DER, or undefined as with `readPrivateKeyInfo`. Takes hostile bytes. */
export function readPublicKeyInfo(algorithm: AlgorithmName, spki: Uint8Array): Uint8Array | undefined {
  const outer = new DerReader(spki);
  const info = outer.inside(DER_SEQUENCE);
  const identifier = info?.content(DER_SEQUENCE);
  const bits = info?.content(DER_BIT_STRING);
  if (bits === undefined || identifier === undefined || !info?.atEnd || !outer.atEnd) return undefined;
  if (bits[0] !== 0) return undefined; // counts the bits that are left over
  return equalBytes(identifier, identifierOf(algorithm)) ? bits.subarray(1) : undefined;
}

/** The public key in a SubjectPublicKeyInfo of our own making. Throws when it is another thing, which is a bug. */
export function ownPublicKey(algorithm: AlgorithmName, spki: Uint8Array): Uint8Array {
  const publicKey = readPublicKeyInfo(algorithm, spki);
  invariant(publicKey, `the public key is not a SubjectPublicKeyInfo of ${algorithm}`);
  return publicKey;
}

/** The private key in a PKCS#8 of our own keeping. Throws when it is another thing, which is a bug. */
export function ownPrivateKey(algorithm: AlgorithmName, pkcs8: Uint8Array): Uint8Array {
  const privateKey = readPrivateKeyInfo(algorithm, pkcs8);
  invariant(privateKey, `the private key is not PKCS#8 of ${algorithm}`);
  return privateKey;
}

/** The one OCTET STRING that a CHOICE of keys may consist of, under the given tag. */
export function onlyElement(tag: typeof DER_OCTET_STRING | typeof DER_CONTEXT_0, der: Uint8Array) {
  const reader = new DerReader(der);
  const content = reader.content(tag);
  return reader.atEnd ? content : undefined;
}

function identifierOf(algorithm: AlgorithmName): Bytes {
  const bytes = decodeHex(ALGORITHM_IDENTIFIERS[algorithm]);
  invariant(bytes, `the identifier of ${algorithm} is not hexadecimal`);
  return bytes;
}
