// Exports useAliasMap: the map of a World. A small one is there at once; a big one is made in slices, and until it is there the
// map before it goes on being shown.
import { useEffect, useMemo, useState } from "react";
import type { World } from "#kms/index.ts";
import { aliasMap, aliasMapInSlices } from "./model/alias-map.ts";
import type { AliasMap, Scope } from "./types.ts";

/** So many records are read within a frame. */
const atOnce = 10_000;

/** What a map is made from, as one value: it is the map of these tables and no others. */
interface Source {
  readonly tables: Pick<World["tables"], "aliases" | "keys">;
  readonly scope: Scope;
}

/** Undefined while the first map is being made. `scope` keeps its identity while it means the same. */
export function useAliasMap(world: World, scope: Scope): AliasMap | undefined {
  const { aliases, keys } = world.tables;
  const source = useMemo((): Source => ({ tables: { aliases, keys }, scope }), [aliases, keys, scope]);
  const isSmall = aliases.size + keys.size <= atOnce;
  const small = useMemo(() => (isSmall ? aliasMap(source, source.scope) : undefined), [isSmall, source]);
  const [made, setMade] = useState<AliasMap>();
  useEffect(() => {
    if (isSmall) return undefined;
    return inSlices(source, setMade);
  }, [isSmall, source]);
  return small ?? made;
}

/** Makes the map a few milliseconds at a time. Returns what stops it. */
function inSlices(source: Source, done: (map: AliasMap) => void): () => void {
  const making = aliasMapInSlices(source, source.scope);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const until = performance.now() + 8;
    while (performance.now() < until) {
      const step = making.next();
      if (!step.done) continue;
      port1.close();
      done(step.value);
      return;
    }
    port2.postMessage(undefined);
  };
  port2.postMessage(undefined);
  return () => port1.close();
}
