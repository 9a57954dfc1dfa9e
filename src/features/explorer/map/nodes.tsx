// Exports nodeTypes: how each kind of node looks on the map. Each is drawn anew only when its own records or place change.
import type { Node, NodeProps } from "@xyflow/react";
import { memo } from "react";
import type { MapNode } from "#features/explorer/model/layout.ts";
import { displayAlias, isReservedAlias } from "#kms/index.ts";
import { lowerFirst } from "#lib/lower-first.ts";
import { KeyView } from "./key-view.tsx";
import type { Light } from "./lights.ts";
import { useMapHandle, useMapState } from "./map-state.ts";
import { NodeFrame } from "./node-frame.tsx";
import { nodeSentence } from "./node-words.ts";

export type FlowNode = Node<
  {
    readonly node: MapNode;
    readonly isApiName: boolean;
    readonly isReadOnly: boolean;
    readonly light: Light | undefined;
    /** What has become of the alias since the past moment that is shown. */
    readonly since: string | undefined;
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

function AliasView({ node, isApiName, isReadOnly, light, since }: DataOf<"alias">) {
  const { id } = node;
  const { alias, key } = node.node;
  const isSource = useMapState(({ drag }) => drag?.type === "retarget" && drag.node.id === id);
  const isReserved = isReservedAlias(alias.aliasName);
  const name = shownName(alias.aliasName, isApiName);
  return (
    <NodeFrame
      id={id}
      label={since === undefined ? nodeSentence(node) : `${nodeSentence(node)}, ${lowerFirst(since)}`}
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
      {since !== undefined && <span className="map-tag map-tag-none">{since}</span>}
    </NodeFrame>
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
          {node.name.difference !== undefined && <span className="map-detail">{node.name.difference}</span>}
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
