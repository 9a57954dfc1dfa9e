// Exports the view of a text with emphasised parts, for field errors and alerts. The parts are text, never markup.
import type { FlashText } from "#store/flashes.ts";

export function EmphasisedText({ text }: { readonly text: FlashText }) {
  return text.map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no identity but their place
    typeof part === "string" ? part : <strong key={at}>{part.strong}</strong>,
  );
}
