// RSA signatures over a digest that the caller has already made (MessageType DIGEST). WebCrypto always hashes for itself,
// so the arithmetic is done here with BigInt: RFC 8017, PKCS#1 v1.5 (section 8.2) and PSS (section 8.1).
// Simulated: BigInt is not constant time, so the private numbers leak through timing. Nothing here protects real data.

import { decodeHex, equalBytes } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import { bigIntOf, type RsaPrivateNumbers, rsaPrivateNumbers, rsaPublicNumbers } from "./key-numbers.ts";
import type { RsaSigning } from "./rsa-algorithms.ts";
import { encodePkcs1 } from "./rsa-pkcs1.ts";
import { encodePss, isPssOf } from "./rsa-pss.ts";

/** The signature over a digest of the algorithm's hash. `random(n)` gives the salt of PSS. */
export async function signRsaDigest(
  pkcs8: Uint8Array,
  algorithm: RsaSigning,
  digest: Uint8Array,
  random: (n: number) => Uint8Array,
): Promise<Uint8Array> {
  const key = rsaPrivateNumbers(pkcs8);
  const encoded =
    algorithm.padding === "RSA-PSS"
      ? await encodePss(algorithm.hash, digest, random(digest.length), key.modulusBits - 1)
      : encodePkcs1(algorithm.hash, digest, Math.ceil(key.modulusBits / 8));
  return bytesOf(privatePower(key, bigIntOf(encoded)), Math.ceil(key.modulusBits / 8));
}

/** Whether it is a signature over the digest; bytes that cannot be a signature are none. */
export async function verifyRsaDigest(
  spki: Uint8Array,
  algorithm: RsaSigning,
  digest: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const key = rsaPublicNumbers(spki);
  const length = Math.ceil(key.modulusBits / 8);
  if (signature.length !== length) return false;
  const number = bigIntOf(signature);
  if (number >= key.n) return false;
  const encoded = modPow(number, key.e, key.n);
  if (algorithm.padding === "RSASSA-PKCS1-v1_5") {
    return equalBytes(bytesOf(encoded, length), encodePkcs1(algorithm.hash, digest, length));
  }
  const encodedBits = key.modulusBits - 1;
  if (encoded >> BigInt(encodedBits) !== 0n) return false;
  return isPssOf(algorithm.hash, digest, bytesOf(encoded, Math.ceil(encodedBits / 8)), encodedBits);
}

/** number^d mod n by way of the two primes, which is about four times faster than with d itself. */
function privatePower(key: RsaPrivateNumbers, number: bigint): bigint {
  const inP = modPow(number % key.p, key.dP, key.p);
  const inQ = modPow(number % key.q, key.dQ, key.q);
  const difference = (key.qInv * (inP - inQ)) % key.p;
  const power = inQ + key.q * (difference < 0n ? difference + key.p : difference);
  // A signature wrong in one of the primes gives both away, so none leaves unchecked.
  invariant(modPow(power, key.e, key.n) === number, "the RSA private key does not fit its public key");
  return power;
}

/** base^exponent mod modulus, four bits of the exponent at a time. */
function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const powers = [1n];
  for (let i = 1; i < 16; i++) powers.push(((powers[i - 1] ?? 1n) * base) % modulus);
  let result = 1n;
  for (const digit of exponent.toString(16)) {
    result = (result * result) % modulus;
    result = (result * result) % modulus;
    result = (result * result) % modulus;
    result = (result * result) % modulus;
    result = (result * (powers[Number.parseInt(digit, 16)] ?? 1n)) % modulus;
  }
  return result;
}

function bytesOf(number: bigint, length: number): Uint8Array {
  const bytes = decodeHex(number.toString(16).padStart(2 * length, "0"));
  invariant(bytes?.length === length, `the number does not fit ${length} bytes`);
  return bytes;
}
