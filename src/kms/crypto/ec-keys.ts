// The elliptic curves of ECDSA and ECDH keys: their arithmetic by noble, and their private keys as RFC 5915 encodes them.

import { equalBytes } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import {
  DER_BIT_STRING,
  DER_CONTEXT_0_CONSTRUCTED,
  DER_CONTEXT_1_CONSTRUCTED,
  DER_INTEGER,
  DER_OCTET_STRING,
  DER_SEQUENCE,
  DerReader,
} from "./der.ts";
import { derElement } from "./der-writer.ts";
import type { FamilyPorts, MaterialRef, NewMaterial } from "./family.ts";
import { ownPrivateKey, readPrivateKeyInfo, writePrivateKeyInfo, writePublicKeyInfo } from "./key-info.ts";
import type { EcdsaSpec } from "./key-specs.ts";

/** noble is fetched at its first use: few people sign digests, and everybody loads the page. */
export async function nobleCurve(curve: EcdsaSpec["curve"]) {
  if (curve === "secp256k1") return (await import("@noble/curves/secp256k1.js")).secp256k1;
  const { p256, p384, p521 } = await import("@noble/curves/nist.js");
  return { "P-256": p256, "P-384": p384, "P-521": p521 }[curve];
}

/** The encoded pair of a private scalar that is valid on the curve. */
export async function ecKeyPair({ curve }: EcdsaSpec, scalar: Uint8Array): Promise<NewMaterial> {
  const point = (await nobleCurve(curve)).getPublicKey(scalar, false);
  const privateKey = derElement(
    DER_SEQUENCE,
    Uint8Array.of(DER_INTEGER, 1, 1), // version
    derElement(DER_OCTET_STRING, scalar),
    derElement(DER_CONTEXT_1_CONSTRUCTED, derElement(DER_BIT_STRING, Uint8Array.of(0), point)),
  );
  return { secret: writePrivateKeyInfo(curve, privateKey), publicKey: writePublicKeyInfo(curve, point) };
}

/** The pair of an imported PKCS#8 private key, or undefined when the bytes are none of this curve. */
export async function adoptEcKey(entry: EcdsaSpec, pkcs8: Uint8Array): Promise<NewMaterial | undefined> {
  const inner = readPrivateKeyInfo(entry.curve, pkcs8);
  const parts = inner && readEcPrivateKey(inner);
  if (parts?.scalar.length !== entry.scalarBytes) return undefined;
  const curve = await nobleCurve(entry.curve);
  if (!curve.utils.isValidSecretKey(parts.scalar)) return undefined;
  // Whether it is compressed does not matter, but a public key that is sent along must be the one of the scalar.
  const isOwn = (point: Uint8Array) =>
    [true, false].some((compressed) => equalBytes(point, curve.getPublicKey(parts.scalar, compressed)));
  return parts.point && !isOwn(parts.point) ? undefined : ecKeyPair(entry, parts.scalar);
}

/** The private scalar of a material, in as many bytes as the order of the curve has. */
export async function openScalar(ports: FamilyPorts, ref: MaterialRef, entry: EcdsaSpec): Promise<Uint8Array> {
  const parts = readEcPrivateKey(ownPrivateKey(entry.curve, await ports.open(ref.materialId)));
  invariant(parts, "an EC private key has a scalar");
  return parts.scalar;
}

interface EcPrivateKey {
  readonly scalar: Uint8Array;
  /** As SEC 1 writes it. */
  readonly point: Uint8Array | undefined;
}

/** Takes hostile bytes. The curve may be named once more inside, which PKCS#8 has already told. */
function readEcPrivateKey(der: Uint8Array): EcPrivateKey | undefined {
  const outer = new DerReader(der);
  const key = outer.inside(DER_SEQUENCE);
  const version = key?.unsigned();
  const scalar = key?.content(DER_OCTET_STRING);
  key?.content(DER_CONTEXT_0_CONSTRUCTED);
  const point = key?.inside(DER_CONTEXT_1_CONSTRUCTED)?.content(DER_BIT_STRING);
  if (scalar === undefined || version?.length !== 1 || version[0] !== 1) return undefined;
  return key?.atEnd && outer.atEnd ? { scalar, point: point?.subarray(1) } : undefined;
}
