// The few parts of the Web platform that the engine may use: WebCrypto and the text encoders. The engine compiles without
// the DOM library, so whatever is not declared here is a type error there. Each declaration says the same as the DOM
// library's, so that both can be loaded together and merge.

interface CryptoKey {
  readonly extractable: boolean;
}

interface CryptoKeyPair {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
}

interface Algorithm {
  name: string;
}

interface AesGcmParams extends Algorithm {
  additionalData?: ArrayBufferView<ArrayBuffer> | ArrayBuffer;
  iv: ArrayBufferView<ArrayBuffer> | ArrayBuffer;
}

interface RsaPssParams extends Algorithm {
  saltLength: number;
}

interface EcdsaParams extends Algorithm {
  hash: Algorithm | string;
}

interface RsaHashedImportParams extends Algorithm {
  hash: Algorithm | string;
}

interface RsaHashedKeyGenParams extends Algorithm {
  hash: Algorithm | string;
  modulusLength: number;
  publicExponent: Uint8Array<ArrayBuffer>;
}

interface EcKeyImportParams extends Algorithm {
  namedCurve: string;
}

interface EcKeyGenParams extends Algorithm {
  namedCurve: string;
}

interface EcdhKeyDeriveParams extends Algorithm {
  public: CryptoKey;
}

interface HmacImportParams extends Algorithm {
  hash: Algorithm | string;
}

interface SubtleCrypto {
  encrypt(
    algorithm: Algorithm | AesGcmParams,
    key: CryptoKey,
    data: ArrayBufferView<ArrayBuffer> | ArrayBuffer,
  ): Promise<ArrayBuffer>;
  decrypt(
    algorithm: Algorithm | AesGcmParams,
    key: CryptoKey,
    data: ArrayBufferView<ArrayBuffer> | ArrayBuffer,
  ): Promise<ArrayBuffer>;
  sign(
    algorithm: Algorithm | RsaPssParams | EcdsaParams,
    key: CryptoKey,
    data: ArrayBufferView<ArrayBuffer> | ArrayBuffer,
  ): Promise<ArrayBuffer>;
  verify(
    algorithm: Algorithm | RsaPssParams | EcdsaParams,
    key: CryptoKey,
    signature: ArrayBufferView<ArrayBuffer> | ArrayBuffer,
    data: ArrayBufferView<ArrayBuffer> | ArrayBuffer,
  ): Promise<boolean>;
  digest(algorithm: Algorithm | string, data: ArrayBufferView<ArrayBuffer> | ArrayBuffer): Promise<ArrayBuffer>;
  generateKey(
    algorithm: RsaHashedKeyGenParams | EcKeyGenParams,
    extractable: boolean,
    keyUsages: ReadonlyArray<"sign" | "verify">,
  ): Promise<CryptoKeyPair>;
  // Ed25519, ML-DSA and ML-KEM: of all these the name says everything.
  generateKey(
    algorithm: Algorithm,
    extractable: boolean,
    keyUsages: ReadonlyArray<"sign" | "verify" | "encapsulateBits" | "decapsulateBits">,
  ): Promise<CryptoKeyPair>;
  deriveBits(algorithm: EcdhKeyDeriveParams, baseKey: CryptoKey, length: number): Promise<ArrayBuffer>;
  // The draft "Modern Algorithms in the Web Cryptography API", which not every platform has.
  encapsulateBits(
    algorithm: Algorithm,
    key: CryptoKey,
  ): Promise<{ readonly sharedKey: ArrayBuffer; readonly ciphertext: ArrayBuffer }>;
  decapsulateBits(
    algorithm: Algorithm,
    key: CryptoKey,
    ciphertext: ArrayBufferView<ArrayBuffer> | ArrayBuffer,
  ): Promise<ArrayBuffer>;
  exportKey(format: "pkcs8" | "spki", key: CryptoKey): Promise<ArrayBuffer>;
  importKey(
    format: "pkcs8" | "raw" | "spki",
    keyData: ArrayBufferView<ArrayBuffer> | ArrayBuffer,
    algorithm: Algorithm | RsaHashedImportParams | EcKeyImportParams | HmacImportParams,
    extractable: boolean,
    keyUsages: ReadonlyArray<
      "encrypt" | "decrypt" | "sign" | "verify" | "deriveBits" | "encapsulateBits" | "decapsulateBits"
    >,
  ): Promise<CryptoKey>;
}

interface Crypto {
  readonly subtle: SubtleCrypto;
}

declare var crypto: Crypto;

interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare var TextEncoder: {
  prototype: TextEncoder;
  new (): TextEncoder;
};

interface TextDecoderOptions {
  fatal?: boolean;
  ignoreBOM?: boolean;
}

interface TextDecoder {
  decode(input?: ArrayBufferView | ArrayBuffer): string;
}

declare var TextDecoder: {
  prototype: TextDecoder;
  new (label?: string, options?: TextDecoderOptions): TextDecoder;
};
