// Exports Worlds of a given size and an engine on one of them, without storage: what the engine itself costs.
import {
  applyDiff,
  createEngine,
  defaultKeyPolicy,
  type Engine,
  emptyWorld,
  enableRegion,
  newKey,
  type Ports,
  recordId,
  type World,
  WorldDraft,
} from "#kms/index.ts";

export const place = { account: "111122223333", region: "us-west-2" } as const;
export const caller = { ...place, principal: "arn:aws:iam::111122223333:user/Admin" };
const started = Date.UTC(2026, 0, 1);

export const keyIdOf = (i: number): string => `00000000-0000-4000-8000-${i.toString(16).padStart(12, "0")}`;
export const aliasNameOf = (i: number): string => `alias/bench-${String(i).padStart(7, "0")}`;

/** `keys` symmetric keys in one Region; the aliases are dealt out among them in turn. */
export function worldOf(size: { readonly keys: number; readonly aliases: number }): World {
  const draft = new WorldDraft(emptyWorld(), 1);
  enableRegion(draft, { account: place.account, name: "Bench", enabledRegions: [] }, place.region);
  const policy = defaultKeyPolicy(place.account);
  for (let i = 0; i < size.keys; i += 1) {
    const key = newKey(place, {
      keyId: keyIdOf(i),
      creationDate: started,
      keySpec: "SYMMETRIC_DEFAULT",
      keyUsage: "ENCRYPT_DECRYPT",
      materialId: i.toString(16).padStart(64, "0"),
    });
    draft.put("keys", recordId(key, key.keyId), key);
    draft.put("keyPolicies", recordId(key, key.keyId), { ...place, keyId: key.keyId, policy });
  }
  for (let i = 0; i < size.aliases; i += 1)
    draft.put("aliases", recordId(place, aliasNameOf(i)), {
      ...place,
      aliasName: aliasNameOf(i),
      targetKeyId: keyIdOf(i % size.keys),
      creationDate: started,
      lastUpdatedDate: started,
    });
  return draft;
}

/** An engine on ports in memory; its trail keeps the latest records, as the page's does. */
export function engineOn(initial: World): { engine: Engine; secrets: Map<string, Uint8Array> } {
  let world = initial;
  const secrets = new Map<string, Uint8Array>();
  const trail: unknown[] = [];
  const ports: Ports = {
    now: Date.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    exclusive: (work) => work(),
    persist: async (_commit, { keep }) => {
      for (const [id, secret] of keep) secrets.set(id, secret);
    },
    catchUp: async () => false,
    record(event) {
      trail.push(event);
      if (trail.length > 1000) trail.splice(0, 500);
    },
    lastUsage: async () => undefined,
    state: {
      get: () => world,
      apply: ({ diff, seq }) => {
        world = applyDiff(world, diff, seq);
      },
    },
    vault: {
      async open(materialId) {
        const secret = secrets.get(materialId);
        if (!secret) throw new Error(`no material ${materialId}`);
        return secret;
      },
    },
  };
  return { engine: createEngine(ports), secrets };
}
