// Key material that was made elsewhere and is imported: whether it is a key of the spec, and what is kept of it.

import { adoptEcKey } from "./ec-keys.ts";
import { adoptEd25519 } from "./ed25519.ts";
import type { NewMaterial } from "./family.ts";
import { keySpecEntry } from "./key-specs.ts";
import { adoptMlDsa } from "./ml-dsa.ts";
import { adoptMlKem } from "./ml-kem.ts";
import { adoptRsa } from "./rsa-adopt.ts";

/**
 * The material in the form that is kept (so the same key in another encoding becomes the same bytes), with the public key
 * that belongs to it; undefined when the bytes are no key of the spec. Takes hostile bytes.
 */
export async function adopt(spec: string, secret: Uint8Array): Promise<NewMaterial | undefined> {
  const entry = keySpecEntry(spec);
  switch (entry.family) {
    case "aes":
    case "hmac":
      return secret.length === entry.secretBytes ? { secret: secret.slice() } : undefined;
    case "rsa":
      return adoptRsa(entry, secret);
    case "ecdsa":
      return adoptEcKey(entry, secret);
    case "ed25519":
      return adoptEd25519(secret);
    case "ml-dsa":
      return adoptMlDsa(entry, secret);
    case "ml-kem":
      return adoptMlKem(entry, secret);
  }
}
