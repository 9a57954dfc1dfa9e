// Exports the rules of the key materials of a key: their order, their states, and what only imported ones have.
import {
  findKey,
  type KeyMaterialRecord,
  type KeyRecord,
  materialsOf,
  recordId,
  relatedKeys,
  type World,
} from "#kms/index.ts";
import { requireKey } from "./check-place.ts";
import { fail } from "./fields.ts";

interface Placed {
  readonly record: KeyMaterialRecord;
  readonly path: string;
}

/** @throws ArchiveError for key materials that no calls could have made */
export function checkKeyMaterials(world: World, records: readonly KeyMaterialRecord[]): void {
  const byKey = new Map<string, Placed[]>();
  for (const [i, record] of records.entries()) {
    const path = `tables.keyMaterials[${i}]`;
    checkMaterial(requireKey(world, record, path), record, path);
    const id = recordId(record, record.keyId);
    const ofKey = byKey.get(id);
    if (ofKey) ofKey.push({ record, path });
    else byKey.set(id, [{ record, path }]);
  }
  for (const materials of byKey.values()) checkTogether(world, materials);
}

function checkMaterial(key: KeyRecord, material: KeyMaterialRecord, path: string): void {
  const { materialState, importState, rotationDate, rotationType, expirationModel, validTo } = material;
  const isImported = key.origin === "EXTERNAL";
  if (!isImported && (key.origin !== "AWS_KMS" || key.keySpec !== "SYMMETRIC_DEFAULT"))
    fail(path, "only symmetric encryption keys are rotated, and only keys of origin EXTERNAL take key material");
  if ((importState !== undefined) !== isImported)
    fail(`${path}.importState`, "must be there exactly when the key is of origin EXTERNAL");
  if (!isImported && (material.description !== undefined || expirationModel !== undefined))
    fail(path, "has members of imported key material, but its key is not of origin EXTERNAL");
  if (!isImported && materialState.startsWith("PENDING"))
    fail(`${path}.materialState`, "only imported key material waits for its rotation");
  if (validTo !== undefined && expirationModel !== "KEY_MATERIAL_EXPIRES")
    fail(`${path}.validTo`, "only stands where expirationModel is KEY_MATERIAL_EXPIRES");
  if ((rotationDate === undefined) !== (rotationType === undefined))
    fail(path, "must have rotationDate and rotationType, or neither");
}

function checkTogether(world: World, materials: readonly Placed[]): void {
  const sorted = [...materials].sort((a, b) => a.record.order - b.record.order);
  const seen = new Set<string>();
  for (const [i, { record, path }] of sorted.entries()) {
    if (record.order !== i) fail(`${path}.order`, `must be ${i}: orders count from 0 without a gap`);
    if (seen.has(record.materialId)) fail(`${path}.materialId`, "is another key material of this key too");
    seen.add(record.materialId);
  }
  const [first] = sorted;
  const key = first && findKey(world, first.record, first.record.keyId);
  if (!first || !key) return;
  const current = sorted.filter(({ record }) => record.materialState === "CURRENT");
  if (current.length !== 1 || current[0]?.record.materialId !== key.materialId)
    fail(first.path, "exactly one key material of the key must be CURRENT, the one that its materialId names");
  if (key.keySpec !== "SYMMETRIC_DEFAULT" && sorted.length > 1)
    fail(sorted[1]?.path ?? first.path, `a key of ${key.keySpec} has one key material`);
  const waiting = sorted.find(({ record }, i) => record.materialState.startsWith("PENDING") && i < sorted.length - 1);
  if (waiting) fail(`${waiting.path}.materialState`, "only the newest key material can wait for its rotation");
  for (const related of relatedKeys(world, key)) checkRelated(sorted, materialsOf(world, related), first.path);
}

/** What related multi-Region keys tell alike of each material; imported material expires in each Region by itself. */
const shared = ["materialId", "materialState", "rotationDate", "rotationType"] as const;

function checkRelated(sorted: readonly Placed[], others: readonly KeyMaterialRecord[], firstPath: string): void {
  if (others.length !== sorted.length) fail(firstPath, "its key must have as many key materials as its related keys");
  for (const [i, { record, path }] of sorted.entries())
    for (const member of shared)
      if (record[member] !== others[i]?.[member]) fail(`${path}.${member}`, "must be that of the related keys");
}
