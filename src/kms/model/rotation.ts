// Exports which keys rotate, their schedule, and what a rotation changes: a new key material becomes current and the former
// ones go on decrypting. Related multi-Region keys share the schedule and rotate together. Source: developer guide, "Rotate
// AWS KMS keys".
import { KmsError } from "#kms/contract/kms-error.ts";
import type { OperationName, RotationType } from "#kms/contract/types.gen.ts";
import { newMaterialId } from "#kms/crypto/material-id.ts";
import type { Writing } from "#kms/dispatch/operation.ts";
import { recordId } from "#kms/state/id.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import type { World, WorldDraft } from "#kms/state/world.ts";
import { keyArn } from "./arn.ts";
import { materialsOf, nextOrder, putMaterial, settleMaterials } from "./key-material.ts";
import { requireState } from "./key-state.ts";
import { isPrimary, relatedKeys, requirePrimary } from "./multi-region.ts";
import { quotas } from "./quota.ts";

export const defaultRotationPeriodInDays = 365;
const day = 24 * 60 * 60 * 1000;
const conflictingMs = 20 * 60 * 1000;

type Schedule = Required<Pick<KeyRecord, "rotationPeriodInDays" | "nextRotationDate">>;

/** @throws KmsError UnsupportedOperationException, as recorded, for a key whose material KMS did not make. */
export function requireMadeByKms(key: KeyRecord): void {
  if (key.origin !== "AWS_KMS") throw originRefusal(key);
}

/** The refusal of an operation that another origin of key material is for (recorded). */
export function originRefusal(key: KeyRecord): KmsError {
  return new KmsError(
    "UnsupportedOperationException",
    `${keyArn(key)} origin is ${key.origin} which is not valid for this operation.`,
  );
}

/**
 * Whether the automatic rotation of this key can be set: in AWS's order origin, state, spec.
 * @returns false where the spec cannot rotate, for the operation to answer in its own way
 * @throws KmsError UnsupportedOperationException, DisabledException or KMSInvalidStateException.
 */
export function canSchedule(operation: OperationName, key: KeyRecord): boolean {
  requireMadeByKms(key);
  requireState(operation, key);
  if (key.keySpec !== "SYMMETRIC_DEFAULT") return false;
  // Simulated: "set the property on the primary key", with the text that is recorded for ReplicateKey.
  if (key.multiRegion) requirePrimary(key);
  return true;
}

/** The schedule of a key that rotates for the first time a whole period after `from`, and not before `now`. */
export function scheduleFrom(from: number, now = from, rotationPeriodInDays = defaultRotationPeriodInDays): Schedule {
  const period = rotationPeriodInDays * day;
  const periods = Math.max(1, Math.ceil((now - from) / period));
  return { rotationPeriodInDays, nextRotationDate: from + periods * period };
}

/** Gives the key and its related keys this schedule, or none. */
export function setSchedule(draft: WorldDraft, key: KeyRecord, schedule: Schedule | undefined): void {
  for (const related of relatedKeys(draft, key)) {
    const { rotationPeriodInDays: _period, nextRotationDate: _next, ...kept } = related;
    draft.put("keys", recordId(related, related.keyId), { ...kept, ...schedule });
  }
}

/**
 * To be called when a key is enabled again: what fell due meanwhile is made up for now, once, and the period begins anew.
 * Source: API reference, "GetKeyRotationStatus".
 */
export function resumeSchedule({ draft, now }: Writing, key: KeyRecord): void {
  const { rotationPeriodInDays, nextRotationDate } = key;
  if (key.multiRegion && !isPrimary(key)) return; // a replica rotates with its primary key, whatever its own state
  if (rotationPeriodInDays !== undefined && nextRotationDate !== undefined && nextRotationDate < now)
    setSchedule(draft, key, { rotationPeriodInDays, nextRotationDate: now });
}

/**
 * @throws KmsError LimitExceededException (recorded) when no on-demand rotation is left; ConflictException when an automatic
 * one is about to begin (Simulated: its text).
 */
export function requireRotationOnDemand(world: World, key: KeyRecord, now: number): void {
  const done = materialsOf(world, key).filter(({ rotationType }) => rotationType === "ON_DEMAND");
  if (done.length >= quotas.onDemandRotationsPerKey)
    throw new KmsError(
      "LimitExceededException",
      `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${keyArn(key)}`,
    );
  if (key.nextRotationDate !== undefined && key.nextRotationDate - now <= conflictingMs)
    throw new KmsError(
      "ConflictException",
      `An automatic rotation of ${keyArn(key)} is in progress or scheduled to begin within the next 20 minutes.`,
    );
}

/** Puts new material for a symmetric encryption key into the vault: 32 random bytes, all that AES-256 needs. */
export function newSymmetricMaterial({ random, keepMaterial }: Writing): string {
  const materialId = newMaterialId(random);
  keepMaterial(materialId, random(32));
  return materialId;
}

/**
 * Makes a key material the current one of the key and its related keys. A material that waited for it moves up; one that
 * the key does not have yet is added.
 */
export function rotateTo(
  draft: WorldDraft,
  key: KeyRecord,
  materialId: string,
  rotation: { readonly rotationDate: number; readonly rotationType: RotationType },
): void {
  for (const related of relatedKeys(draft, key)) {
    const { account, region, keyId } = related;
    const materials = materialsOf(draft, related);
    for (const material of materials)
      if (material.materialState === "CURRENT") putMaterial(draft, { ...material, materialState: "NON_CURRENT" });
    const waiting = materials.find((material) => material.materialId === materialId);
    const material = waiting ?? { account, region, keyId, order: nextOrder(materials), materialId };
    putMaterial(draft, { ...material, ...rotation, materialState: "CURRENT" });
    draft.put("keys", recordId(related, keyId), { ...related, materialId });
    if (related.origin === "EXTERNAL") settleMaterials(draft, related);
  }
}
