// ECDH on P-256, P-384 and P-521 by WebCrypto: the shared secret is the x coordinate as it is, with no derivation after it
// (NIST SP 800-56A, section 5.7.1.2).

import { invariant } from "#lib/invariant.ts";
import type { FamilyPorts, MaterialRef } from "./family.ts";
import { readPublicKeyInfo } from "./key-info.ts";
import { privateCryptoKey } from "./key-pair.ts";
import type { EcdsaSpec } from "./key-specs.ts";
import { input } from "./subtle.ts";

const NAME = "ECDH";
/** How SEC 1 begins a point of which both coordinates are given. */
const UNCOMPRESSED = 0x04;

/** The x coordinate in as many bytes as the field has, or undefined when the peer's bytes are no public key of the curve. */
export async function deriveEcdh(
  ports: FamilyPorts,
  ref: MaterialRef,
  entry: EcdsaSpec,
  peerPublicKey: Uint8Array,
): Promise<Uint8Array | undefined> {
  const { curve } = entry;
  invariant(curve !== "secp256k1", `keys of ${ref.spec} agree on no secret`);
  const parameters = { name: NAME, namedCurve: curve };
  const peer = await importPeer(entry, parameters, peerPublicKey);
  if (peer === undefined) return undefined;
  const own = await privateCryptoKey(ports, ref.materialId, NAME, parameters, "deriveBits");
  // Asked for whole bytes: the field of P-521 has 521 bits, and WebCrypto would cut the last byte short.
  const bits = entry.scalarBytes * 8;
  return new Uint8Array(await crypto.subtle.deriveBits({ name: NAME, public: peer }, own, bits));
}

/** Simulated: a compressed point is refused, since platforms differ in whether they take one, and AWS does not say. */
async function importPeer(
  entry: EcdsaSpec,
  parameters: EcKeyImportParams,
  spki: Uint8Array,
): Promise<CryptoKey | undefined> {
  const point = readPublicKeyInfo(entry.curve, spki);
  if (point?.[0] !== UNCOMPRESSED || point.length !== 1 + 2 * entry.scalarBytes) return undefined;
  try {
    return await crypto.subtle.importKey("spki", input(spki), parameters, false, []);
  } catch (error) {
    if (error instanceof Error && error.name === "DataError") return undefined; // the point is not on the curve
    throw error;
  }
}
