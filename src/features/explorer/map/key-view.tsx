// Exports KeyView: a key on the map, with its state, or while an alias is in the hand whether it can be dropped on it.
import type { MapNode } from "#features/explorer/model/layout.ts";
import { aliasCount, shortKeyId } from "#features/explorer/model/outline.ts";
import { newAliasRefusal } from "#features/explorer/reasons.ts";
import type { KeyNode } from "#features/explorer/types.ts";
import { lowerFirst } from "#lib/lower-first.ts";
import { statusText, usageText } from "#store/key-texts.ts";
import { useWorld } from "#store/sandbox.ts";
import type { Light } from "./lights.ts";
import { markOf, useMapHandle, useMapState } from "./map-state.ts";
import { NodeFrame } from "./node-frame.tsx";
import { nodeSentence } from "./node-words.ts";

interface Props {
  readonly node: Extract<MapNode, { readonly type: "key" }>;
  readonly isReadOnly: boolean;
  readonly light: Light | undefined;
}

export function KeyView({ node, isReadOnly, light }: Props) {
  const { id } = node;
  const { key, aliases } = node.node;
  const mark = useMapState((state) => markOf(state, id)?.mark);
  const words = useMapState((state) => markOf(state, id)?.words);
  const isAws = key.keyManager === "AWS";
  return (
    <NodeFrame
      id={id}
      label={nodeSentence(node)}
      look={isAws ? "map-key map-of-aws" : "map-key"}
      drag={{ "data-key": id }}
      mark={mark}
      isCautioned={mark !== "refused" && words !== undefined}
      light={light}
      extra={!isAws && !isReadOnly && <NewAlias node={node.node} />}
    >
      <span className="map-key-line">
        <span className="map-title" title={key.keyId}>
          {shortKeyId(key.keyId)}
        </span>
        {isAws && <span className="map-tag">AWS</span>}
        <span className={aliases.length === 0 ? "map-tag map-tag-none" : "map-aside"}>
          {aliasCount(aliases.length)}
        </span>
      </span>
      <span className="map-detail">
        {key.keySpec}, {lowerFirst(usageText(key.keyUsage))}
      </span>
      <KeyLastLine state={key.keyState} text={statusText(key)} mark={mark} words={words} />
    </NodeFrame>
  );
}

interface LastLineProps {
  readonly state: string;
  readonly text: string;
  readonly mark: string | undefined;
  readonly words: string | undefined;
}

/** The state of the key; while dragging, whether the alias can be dropped on it. */
function KeyLastLine({ state, text, mark, words }: LastLineProps) {
  if (mark === "refused")
    return (
      <span className="map-detail map-verdict map-reason">
        <span aria-hidden="true">✕ </span>
        {words}
      </span>
    );
  if (mark !== undefined && words !== undefined)
    return (
      <span className="map-detail map-verdict map-caution">
        <span aria-hidden="true">⚠ </span>
        {words}
      </span>
    );
  if (mark !== undefined)
    return (
      <span className="map-detail map-verdict map-possible">
        <span aria-hidden="true">✓ </span>
        {mark === "over" ? "Drop to see the preview" : "Can be the target"}
      </span>
    );
  const isEnabled = state === "Enabled";
  return (
    <span className="map-detail" data-state={isEnabled ? undefined : "not-enabled"}>
      <span aria-hidden="true">{isEnabled ? "● " : "○ "}</span>
      {text}
    </span>
  );
}

function NewAlias({ node }: { readonly node: KeyNode }) {
  const { store, createAlias } = useMapHandle();
  const refusal = useWorld((world) => newAliasRefusal(world, node.key));
  return (
    <button
      type="button"
      className="map-new-alias"
      data-take={node.id}
      tabIndex={-1}
      aria-label={`Create alias for key ${shortKeyId(node.key.keyId)}`}
      aria-disabled={refusal !== undefined}
      title={refusal}
      onClick={() => {
        if (refusal === undefined) createAlias(node);
        else store.set({ notice: refusal });
      }}
    >
      + alias
    </button>
  );
}
