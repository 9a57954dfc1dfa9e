// Exports EffectList: what a change does, sentence by sentence; what stops working is marked by its icon and the icon's name.
import Icon from "@cloudscape-design/components/icon";
import { EmphasisedText } from "#ui/emphasised-text.tsx";
import type { Effect } from "./effects.ts";
import "./preview.css";

export function EffectList({ effects }: { readonly effects: readonly Effect[] }) {
  return (
    // A list that shows no bullets is none to some screen readers, unless it says so.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ul className="preview-effects" role="list">
      {effects.map(({ tone, text }) => (
        <li key={JSON.stringify(text)}>
          {tone === "warning" ? (
            <Icon name="status-warning" variant="warning" ariaLabel="Warning" />
          ) : (
            <Icon name="status-info" variant="subtle" ariaLabel="Information" />
          )}
          <span>
            <EmphasisedText text={text} />
          </span>
        </li>
      ))}
    </ul>
  );
}
