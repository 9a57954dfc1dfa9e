// Exports the view of a text with emphasised parts, for field errors and alerts. The parts are text, never markup.

interface EmphasisedTextProps {
  readonly text: readonly (string | { readonly strong: string })[];
}

export function EmphasisedText({ text }: EmphasisedTextProps) {
  return text.map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no identity but their place
    typeof part === "string" ? part : <strong key={at}>{part.strong}</strong>,
  );
}
