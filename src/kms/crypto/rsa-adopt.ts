// An RSA private key that came from outside: whether it is one, and the pair that it makes.

import { decodeHex } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import { DER_SEQUENCE } from "./der.ts";
import { derElement, derUnsigned } from "./der-writer.ts";
import type { NewMaterial } from "./family.ts";
import { readPrivateKeyInfo, writePrivateKeyInfo, writePublicKeyInfo } from "./key-info.ts";
import { type RsaPrivateNumbers, readRsaPrivateKey } from "./key-numbers.ts";
import type { RsaSpec } from "./key-specs.ts";
import { input } from "./subtle.ts";

/** The pair of an imported PKCS#8 private key, or undefined when the bytes are none of this length. */
export async function adoptRsa({ modulusBits }: RsaSpec, pkcs8: Uint8Array): Promise<NewMaterial | undefined> {
  const privateKey = readPrivateKeyInfo("RSA", pkcs8);
  const numbers = privateKey && readRsaPrivateKey(privateKey);
  if (!privateKey || numbers?.modulusBits !== modulusBits || !isConsistent(numbers)) return undefined;
  const secret = writePrivateKeyInfo("RSA", privateKey);
  const publicNumbers = derElement(DER_SEQUENCE, derUnsigned(bytesOf(numbers.n)), derUnsigned(bytesOf(numbers.e)));
  const publicKey = writePublicKeyInfo("RSA", publicNumbers);
  return (await isWorking(secret, publicKey)) ? { secret, publicKey } : undefined;
}

/** RFC 8017, section 3.2. Whether p and q are prime shows when the pair is tried. */
function isConsistent({ n, e, d, p, q, dP, dQ, qInv }: RsaPrivateNumbers): boolean {
  if (p <= 2n || q <= 2n || p === q || n !== p * q || e <= 1n || e % 2n === 0n) return false;
  const isInverse = (exponent: bigint, prime: bigint) => (e * exponent) % (prime - 1n) === 1n;
  return (
    dP < p &&
    dQ < q &&
    d < n &&
    [dP, d].every((of) => isInverse(of, p)) &&
    [dQ, d].every((of) => isInverse(of, q)) &&
    qInv < p &&
    (qInv * q) % p === 1n
  );
}

const trial = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

/**
 * Whether the public key verifies what the private key signs: with numbers that are not prime it does not, and what the
 * platform will not import or use, whatever its reasons are, is of no use here.
 */
async function isWorking(pkcs8: Uint8Array, spki: Uint8Array): Promise<boolean> {
  try {
    const privateKey = await crypto.subtle.importKey("pkcs8", input(pkcs8), trial, false, ["sign"]);
    const publicKey = await crypto.subtle.importKey("spki", input(spki), trial, false, ["verify"]);
    const message = new Uint8Array(32);
    const signature = await crypto.subtle.sign(trial, privateKey, message);
    return await crypto.subtle.verify(trial, publicKey, signature, message);
  } catch (error) {
    if (error instanceof Error && (error.name === "DataError" || error.name === "OperationError")) return false;
    throw error;
  }
}

function bytesOf(number: bigint): Uint8Array {
  const digits = number.toString(16);
  const bytes = decodeHex(digits.length % 2 === 0 ? digits : `0${digits}`);
  invariant(bytes, "a number has hexadecimal digits");
  return bytes;
}
