// For tests of this folder only: cryptography over material that lies in a Map.

import { type Cryptography, createCryptography, type MaterialRef, type NewMaterial } from "./cryptography.ts";
import type { NativeSupport } from "./native-support.ts";

/** The two ways to do the newer algorithms: by WebCrypto as far as the platform has them, and never by it. */
export const ways = [
  { way: "the platform", ports: {} },
  { way: "noble", ports: { hasNative: () => Promise.resolve(false) } },
] as const;

/** Bytes that look random and are the same in every run: a linear congruential generator, its high byte each time. */
function countedRandomness(): (n: number) => Uint8Array {
  let state = 1;
  return (n) =>
    Uint8Array.from({ length: n }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    });
}

/** Cryptography with a vault that tests can put material into, and a count of how often each material was opened. */
export function testVault(
  ports: { random?: (n: number) => Uint8Array; cacheSize?: number; hasNative?: NativeSupport } = {},
) {
  const secrets = new Map<string, Uint8Array>();
  const opened: string[] = [];
  const cryptography: Cryptography = createCryptography({
    open: async (materialId) => {
      opened.push(materialId);
      const secret = secrets.get(materialId);
      if (secret === undefined) throw new Error(`no material ${materialId}`);
      return secret;
    },
    random: countedRandomness(),
    ...ports,
  });
  const put = (spec: string, secret: Uint8Array): MaterialRef => {
    const materialId = `material-${secrets.size}`;
    secrets.set(materialId, secret);
    return { materialId, spec };
  };
  const generate = async (
    spec: string,
  ): Promise<{ ref: MaterialRef; publicKey: Uint8Array; material: NewMaterial }> => {
    const material = await cryptography.generate(spec);
    return { ref: put(spec, material.secret), publicKey: material.publicKey ?? new Uint8Array(), material };
  };
  /** Key material that comes from outside, which must be a key of the spec. */
  const adopt = async (spec: string, secret: Uint8Array) => {
    const material = await cryptography.adopt(spec, secret);
    if (material === undefined) throw new Error(`the bytes are no key of ${spec}`);
    return { ref: put(spec, material.secret), publicKey: material.publicKey ?? new Uint8Array(), material };
  };
  return { cryptography, secrets, opened, put, generate, adopt };
}
