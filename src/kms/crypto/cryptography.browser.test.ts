// The same tests once more in Chromium, whose WebCrypto is another one than Node's and is the one that users have.
import "./adopt.test.ts";
import "./cryptography.test.ts";
import "./ecdh.test.ts";
import "./ed25519.test.ts";
import "./post-quantum.test.ts";
import "./unwrap-imported.test.ts";
import { expect, test } from "vitest";
import { hasNative } from "./native-support.ts";

// Without these, "the platform" above would be noble once more, and nothing would have been compared.
test.each(["Ed25519", "ML-DSA-44", "ML-DSA-65", "ML-DSA-87", "ML-KEM-768", "ML-KEM-1024"] as const)(
  "Chromium itself does %s",
  async (algorithm) => {
    expect(await hasNative(algorithm)).toBe(true);
  },
);
