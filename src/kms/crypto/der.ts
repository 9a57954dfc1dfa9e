// A reader of DER (X.690), as much of it as key encodings and ECDSA signatures need. It takes hostile bytes.

export const DER_INTEGER = 0x02;
export const DER_BIT_STRING = 0x03;
export const DER_OCTET_STRING = 0x04;
export const DER_SEQUENCE = 0x30;
/** [0] around a plain content. */
export const DER_CONTEXT_0 = 0x80;
/** [1] around a plain content. */
export const DER_CONTEXT_1 = 0x81;
/** [0] around further elements. */
export const DER_CONTEXT_0_CONSTRUCTED = 0xa0;
/** [1] around further elements. */
export const DER_CONTEXT_1_CONSTRUCTED = 0xa1;

/** Walks through the elements of one DER value. Every method answers undefined when the bytes are not what is asked for. */
export class DerReader {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Whether everything was read: a strict caller allows nothing after the last element. */
  get atEnd(): boolean {
    return this.#offset === this.#bytes.length;
  }

  /** The content of the next element, a view into the bytes, if it has this tag and a length in the shortest form. */
  content(tag: number): Uint8Array | undefined {
    const start = this.#offset;
    const length = this.#lengthAt(start + 1);
    if (this.#bytes[start] !== tag || length === undefined) return undefined;
    const end = length.from + length.value;
    if (end > this.#bytes.length) return undefined;
    this.#offset = end;
    return this.#bytes.subarray(length.from, end);
  }

  /** A reader of the content of the next element. */
  inside(tag: number): DerReader | undefined {
    const content = this.content(tag);
    return content === undefined ? undefined : new DerReader(content);
  }

  /** The next INTEGER, which must be non-negative and without needless leading zeros; the sign byte is left off. */
  unsigned(): Uint8Array | undefined {
    const content = this.content(DER_INTEGER);
    const first = content?.[0];
    if (content === undefined || first === undefined || first >= 0x80) return undefined;
    if (first !== 0 || content.length === 1) return content;
    const second = content[1];
    return second !== undefined && second >= 0x80 ? content.subarray(1) : undefined;
  }

  #lengthAt(offset: number): { readonly value: number; readonly from: number } | undefined {
    const first = this.#bytes[offset];
    if (first === undefined || first < 0x80)
      return first === undefined ? undefined : { value: first, from: offset + 1 };
    const next = this.#bytes[offset + 1] ?? 0;
    const nextButOne = this.#bytes[offset + 2] ?? 0;
    // Lengths beyond 65,535 are left out: no key and no signature comes near.
    if (first === 0x81 && next >= 0x80) return { value: next, from: offset + 2 };
    if (first === 0x82 && next > 0) return { value: (next << 8) | nextButOne, from: offset + 3 };
    return undefined;
  }
}
