// Exports the workspace that a first visit opens: keys, aliases and Regions enough to see what an alias is for.
import {
  awsManagedKeyPolicy,
  createAccount,
  defaultKeyPolicy,
  emptyWorld,
  newKey,
  recordId,
  rootArn,
  scheduleFrom,
  tagId,
  WorldDraft,
} from "#kms/index.ts";
import { decodeBase64 } from "#lib/base64.ts";
import type { Bytes } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import { tableRecords, type WorkspaceContents } from "#storage/workspace-contents.ts";
import { type SampleKey, sampleAccounts, sampleKeys } from "./sample-keys.ts";
import { sampleMaterial } from "./sample-material.gen.ts";
import { liveThrough } from "./sample-story.ts";

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** @param now epoch milliseconds; all dates are told from it, so that the sample never looks stale */
export async function sampleContents(now: number): Promise<WorkspaceContents> {
  const draft = new WorldDraft(emptyWorld());
  const material = new Map<string, Uint8Array>();
  createAccount(draft, sampleAccounts.home, "Sandbox");
  createAccount(draft, sampleAccounts.partner, "Partner");
  for (const [position, key] of sampleKeys.entries()) {
    const { materialId, secret } = sampleMaterial[key.material];
    material.set(materialId, bytesOf(secret));
    // Not all of them at the same time of day.
    putKey(draft, key, now, now - key.ageDays * day - position * 1.7 * hour);
  }
  const { world, history } = await liveThrough({ seq: 0, tables: draft.tables, indexes: draft.indexes }, now);
  return { tables: tableRecords(world), material, history };
}

function putKey(draft: WorldDraft, sample: SampleKey, now: number, creationDate: number): void {
  const { account, region, keyId, keySpec, keyUsage, description } = sample;
  const { materialId, publicKey } = sampleMaterial[sample.material];
  const created = Math.round(creationDate / 1000) * 1000;
  const key = newKey(sample, {
    keyId,
    creationDate: created,
    description,
    keyManager: sample.managedBy === undefined ? "CUSTOMER" : "AWS",
    keySpec,
    keyUsage,
    materialId,
    ...(publicKey === undefined ? {} : { publicKey: bytesOf(publicKey) }),
  });
  const id = recordId(key, keyId);
  draft.put("keys", id, {
    ...key,
    ...(sample.managedBy === undefined ? {} : scheduleFrom(created, now)), // AWS managed keys always rotate
  });
  draft.put("keyPolicies", id, { account, region, keyId, policy: policyOf(sample) });
  for (const aliasName of sample.aliases) {
    const dates = { creationDate: created + hour, lastUpdatedDate: created + hour };
    draft.put("aliases", recordId(key, aliasName), { account, region, aliasName, targetKeyId: keyId, ...dates });
  }
  for (const [tagKey, tagValue] of Object.entries(sample.tags ?? {}))
    draft.put("tags", tagId(key, keyId, tagKey), { account, region, keyId, tagKey, tagValue });
}

function policyOf({ account, region, managedBy, sharedWith }: SampleKey): string {
  if (managedBy !== undefined) return awsManagedKeyPolicy(account, region, managedBy);
  if (sharedWith === undefined) return defaultKeyPolicy(account);
  const own = {
    Sid: "Enable IAM User Permissions",
    Effect: "Allow",
    Principal: { AWS: rootArn(account) },
    Action: "kms:*",
  };
  const shared = {
    Sid: "Allow use of the key by our customer",
    Effect: "Allow",
    Principal: { AWS: rootArn(sharedWith) },
    Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
  };
  const Statement = [own, shared].map((statement) => ({ ...statement, Resource: "*" }));
  return JSON.stringify({ Version: "2012-10-17", Id: "key-consolepolicy-3", Statement }, null, 2);
}

function bytesOf(base64: string): Bytes {
  const bytes = decodeBase64(base64);
  invariant(bytes, "the sample's material is base64");
  return bytes;
}
