// The private keys of ML-DSA and ML-KEM as they are kept: PKCS#8 that holds the seed alone (RFC 9881 and RFC 9935), from
// which both WebCrypto and noble make the long expanded key. An imported key may hold both; the expanded one alone will
// not do, as the seed cannot be found from it.

import { equalBytes } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import { DER_CONTEXT_0, DER_OCTET_STRING, DER_SEQUENCE, DerReader } from "./der.ts";
import { derElement } from "./der-writer.ts";
import type { FamilyPorts, MaterialRef, NewMaterial } from "./family.ts";
import { onlyElement, ownPrivateKey, readPrivateKeyInfo, writePrivateKeyInfo, writePublicKeyInfo } from "./key-info.ts";
import type { MlDsaSpec, MlKemSpec } from "./key-specs.ts";

type ParameterSet = MlDsaSpec["set"] | MlKemSpec["set"];

/** What noble makes of a seed. */
interface ExpandedPair {
  readonly secretKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** The encoded pair of a seed. */
export function seedPair(set: ParameterSet, seed: Uint8Array, expand: (seed: Uint8Array) => ExpandedPair): NewMaterial {
  return {
    secret: writePrivateKeyInfo(set, derElement(DER_CONTEXT_0, seed)),
    publicKey: writePublicKeyInfo(set, expand(seed).publicKey),
  };
}

/** The pair of an imported PKCS#8 private key, or undefined when the bytes are none with a seed in it. */
export function adoptSeedPair(
  set: ParameterSet,
  seedBytes: 32 | 64,
  pkcs8: Uint8Array,
  expand: (seed: Uint8Array) => ExpandedPair,
): NewMaterial | undefined {
  const privateKey = readPrivateKeyInfo(set, pkcs8);
  if (privateKey === undefined) return undefined;
  const both = readBoth(privateKey);
  const seed = both?.seed ?? onlyElement(DER_CONTEXT_0, privateKey);
  if (seed?.length !== seedBytes) return undefined;
  if (both && !equalBytes(both.expanded, expand(seed).secretKey)) return undefined;
  return seedPair(set, seed, expand);
}

/** The seed of a material that is kept in the form of `seedPair`. */
export async function openSeed(ports: FamilyPorts, ref: MaterialRef, set: ParameterSet): Promise<Uint8Array> {
  const seed = onlyElement(DER_CONTEXT_0, ownPrivateKey(set, await ports.open(ref.materialId)));
  invariant(seed, `a private key of ${set} is kept as its seed`);
  return seed;
}

function readBoth(privateKey: Uint8Array): { readonly seed: Uint8Array; readonly expanded: Uint8Array } | undefined {
  const outer = new DerReader(privateKey);
  const pair = outer.inside(DER_SEQUENCE);
  const seed = pair?.content(DER_OCTET_STRING);
  const expanded = pair?.content(DER_OCTET_STRING);
  return seed && expanded && pair?.atEnd && outer.atEnd ? { seed, expanded } : undefined;
}
