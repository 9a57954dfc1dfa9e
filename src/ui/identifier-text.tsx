// Exports IdentifierText: a text with key IDs or ARNs, which are read and compared as wholes. A line breaks between words and
// after the colons and slashes of an ARN, not at the hyphens of a key ID or a Region.
import type { CSSProperties } from "react";
import { identifierParts } from "./identifier-parts.ts";

/** Goes to the next line as a whole; broken only where it is wider than its place. */
const whole: CSSProperties = { display: "inline-block", maxInlineSize: "100%", overflowWrap: "anywhere" };

export function IdentifierText({ text }: { readonly text: string }) {
  return (
    <span style={{ overflowWrap: "anywhere" }}>
      {identifierParts(text).map((part, at) =>
        part.includes("-") ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no identity but their place
          <span key={at} style={whole}>
            {part}
          </span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no identity but their place
          <span key={at}>
            {part}
            <wbr />
          </span>
        ),
      )}
    </span>
  );
}
