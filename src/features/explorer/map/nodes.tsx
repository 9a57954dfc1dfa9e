// Exports nodeTypes: how each kind of node looks on the map. Each is drawn anew only when its own records or place change.
import type { Node, NodeProps } from "@xyflow/react";
import { memo } from "react";
import type { MapNode } from "#features/explorer/model/layout.ts";
import { aliasCount, shortKeyId } from "#features/explorer/model/outline.ts";
import type { KeyNode } from "#features/explorer/types.ts";
import { displayAlias, isReservedAlias } from "#kms/index.ts";
import { lowerFirst } from "#lib/lower-first.ts";
import { statusText, usageText } from "#store/key-texts.ts";
import { newAliasRefusal } from "./drag-verdicts.ts";
import type { Light } from "./lights.ts";
import { markOf, useMapHandle, useMapState } from "./map-state.ts";
import { NodeFrame } from "./node-frame.tsx";
import { nodeSentence } from "./node-words.ts";

export type FlowNode = Node<
  {
    readonly node: MapNode;
    readonly isApiName: boolean;
    readonly isReadOnly: boolean;
    readonly light: Light | undefined;
  },
  "node"
>;

const MapNodeView = memo(function MapNodeView({ data }: NodeProps<FlowNode>) {
  const { node } = data;
  switch (node.type) {
    case "alias":
      return <AliasView {...data} node={node} />;
    case "key":
      return <KeyView {...data} node={node} />;
    case "aliasGroup":
    case "keyGroup":
      return <GroupView {...data} node={node} />;
    case "name":
    case "gap":
      return (
        <NodeFrame id={node.id} label={nodeSentence(node)} look={`map-${node.type}`} light={data.light}>
          <PlainText node={node} isApiName={data.isApiName} />
        </NodeFrame>
      );
  }
});

export const nodeTypes = { node: MapNodeView };

type DataOf<T extends MapNode["type"]> = Omit<FlowNode["data"], "node"> & {
  readonly node: Extract<MapNode, { readonly type: T }>;
};

function AliasView({ node, isApiName, isReadOnly, light }: DataOf<"alias">) {
  const { id } = node;
  const { alias, key } = node.node;
  const isSource = useMapState(({ drag }) => drag?.type === "retarget" && drag.node.id === id);
  const isReserved = isReservedAlias(alias.aliasName);
  const name = shownName(alias.aliasName, isApiName);
  return (
    <NodeFrame
      id={id}
      label={nodeSentence(node)}
      look={isReserved ? "map-alias map-of-aws" : "map-alias"}
      mark={isSource ? "source" : undefined}
      light={light}
      {...(isReadOnly ? {} : { drag: { "data-take": id } })}
    >
      <span className="map-title" title={name}>
        {name}
      </span>
      {isReserved && <span className="map-tag">AWS</span>}
      {!key && <span className="map-tag map-tag-none">No key</span>}
    </NodeFrame>
  );
}

function KeyView({ node, isReadOnly, light }: DataOf<"key">) {
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
  const refusal = newAliasRefusal(node);
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

function GroupView({ node, light }: DataOf<"aliasGroup" | "keyGroup">) {
  const { openGroup } = useMapHandle();
  const { text } = node.group;
  return (
    <NodeFrame
      id={node.id}
      label={nodeSentence(node)}
      look={`map-${node.type}`}
      light={light}
      onOpen={() => openGroup(node.id)}
    >
      <span className="map-title" title={text}>
        {text}
      </span>
    </NodeFrame>
  );
}

type Plain = Extract<MapNode, { readonly type: "name" | "gap" }>;

function PlainText({ node, isApiName }: { readonly node: Plain; readonly isApiName: boolean }) {
  switch (node.type) {
    case "name":
      return (
        <>
          <span className="map-title" title={node.name.aliasName}>
            {shownName(node.name.aliasName, isApiName)}
          </span>
          {node.name.differs && <span className="map-tag map-tag-none">Differs</span>}
        </>
      );
    case "gap":
      return (
        <>
          <span className="map-title" title={node.aliasName}>
            {shownName(node.aliasName, isApiName)}
          </span>
          <span className="map-tag map-tag-none">Not in {node.region}</span>
        </>
      );
  }
}

const shownName = (aliasName: string, isApiName: boolean): string => (isApiName ? aliasName : displayAlias(aliasName));
