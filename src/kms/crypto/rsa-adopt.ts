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
  if (!(await isImportable(secret))) return undefined;
  const publicKey = derElement(DER_SEQUENCE, derUnsigned(bytesOf(numbers.n)), derUnsigned(bytesOf(numbers.e)));
  return { secret, publicKey: writePublicKeyInfo("RSA", publicKey) };
}

/** RFC 8017, section 3.2. That p and q are prime is not looked into; with other numbers the key would serve nobody. */
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

/** What the platform will not import is of no use here, whatever its reasons are. */
async function isImportable(pkcs8: Uint8Array): Promise<boolean> {
  try {
    await crypto.subtle.importKey("pkcs8", input(pkcs8), { name: "RSA-OAEP", hash: "SHA-256" }, false, ["decrypt"]);
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "DataError") return false;
    throw error;
  }
}

function bytesOf(number: bigint): Uint8Array {
  const digits = number.toString(16);
  const bytes = decodeHex(digits.length % 2 === 0 ? digits : `0${digits}`);
  invariant(bytes, "a number has hexadecimal digits");
  return bytes;
}
