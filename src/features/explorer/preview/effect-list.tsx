// Exports EffectList: what a change does, sentence by sentence; what stops working is marked by an icon and a word.
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { EmphasisedText } from "#ui/emphasised-text.tsx";
import type { Effect } from "./effects.ts";

export function EffectList({ effects }: { readonly effects: readonly Effect[] }) {
  return (
    <ul className="preview-effects">
      {effects.map(({ tone, text }) => (
        <li key={JSON.stringify(text)}>
          <StatusIndicator type={tone} wrapText iconAriaLabel={tone === "warning" ? "Warning" : "Information"}>
            <EmphasisedText text={text} />
          </StatusIndicator>
        </li>
      ))}
    </ul>
  );
}
