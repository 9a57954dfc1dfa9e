// Exports keys for tests: created through the engine, or planted where no call can put them.
import {
  defaultKeyPolicy,
  type KeyRecord,
  type KeySpec,
  type KeyUsageType,
  keyArn,
  newKey,
  newKeyId,
  recordId,
  WorldDraft,
} from "#kms/index.ts";
import { homeAccount, homeRegion, type TestCall, type TestEngine } from "./test-engine.ts";

export interface TestKey {
  readonly keyId: string;
  readonly arn: string;
}

/** A key made by CreateKey; a symmetric encryption key unless told otherwise. */
export async function createKey(call: TestCall, KeySpec?: KeySpec, KeyUsage?: KeyUsageType): Promise<TestKey> {
  const { KeyMetadata } = await call("CreateKey", { ...(KeySpec && { KeySpec }), ...(KeyUsage && { KeyUsage }) });
  if (!KeyMetadata?.Arn) throw new Error("CreateKey answered no ARN");
  return { keyId: KeyMetadata.KeyId, arn: KeyMetadata.Arn };
}

export type PlantedKey = Partial<Omit<KeyRecord, "keyId" | "materialId">> & { readonly secret?: Uint8Array };

/** Puts a key into the World without a call: with a state, an origin or material that no call here can give it. */
export function plantKey({ ports, secrets, clock }: TestEngine, { secret, ...facts }: PlantedKey): TestKey {
  const place = { account: facts.account ?? homeAccount, region: facts.region ?? homeRegion };
  const materialId = Array.from(ports.random(32), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const key: KeyRecord = {
    ...newKey(place, {
      keyId: newKeyId(ports.random),
      creationDate: clock.now(),
      keySpec: "SYMMETRIC_DEFAULT",
      keyUsage: "ENCRYPT_DECRYPT",
      ...(secret ? { materialId } : {}),
    }),
    ...facts,
  };
  if (secret) secrets.set(materialId, secret);
  const world = ports.state.get();
  const draft = new WorldDraft(world, world.seq + 1);
  const id = recordId(key, key.keyId);
  draft.put("keys", id, key);
  draft.put("keyPolicies", id, { ...place, keyId: key.keyId, policy: defaultKeyPolicy(key.account) });
  const event = { eventSource: "sandbox", eventTime: "", change: { type: "OpenWorkspace", source: "test" } } as const;
  ports.state.apply({ seq: draft.seq, at: clock.now(), event, diff: draft.diff() });
  return { keyId: key.keyId, arn: keyArn(key) };
}
