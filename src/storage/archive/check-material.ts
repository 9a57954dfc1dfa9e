// Exports the check that every key of a file has key material of its own and of its kind. Messages tell nothing of it.
import {
  adoptMaterial,
  isPresent,
  type KeyRecord,
  type KeySpec,
  keySpecFacts,
  materialsOf,
  type World,
} from "#kms/index.ts";
import { type Bytes, equalBytes } from "#lib/bytes.ts";
import type { TableRecords } from "#storage/workspace-contents.ts";
import { fail } from "./fields.ts";

/** Some cryptography works inline in Chromium: after so many secrets the page gets its turn. */
const sliceSize = 200;

/** A record that names a secret which must be in the file. */
interface Use {
  readonly materialId: string;
  /** Related multi-Region keys share their material; nobody else does: destroying that of one would take it from the other. */
  readonly owner: string;
  readonly spec: KeySpec;
  readonly publicKey?: Uint8Array;
  /** Of the record. */
  readonly path: string;
  readonly member: string;
}

/**
 * The material of the file in the form in which the engine keeps it.
 * @throws ArchiveError that names the first record or material which does not fit
 */
export async function checkMaterial(
  tables: TableRecords,
  world: World,
  material: ReadonlyMap<string, Bytes>,
): Promise<Map<string, Uint8Array>> {
  const usedBy = new Map<string, Use>();
  const kept = new Map<string, Uint8Array>();
  const publicKeys = new Map<string, Uint8Array | undefined>();
  for (const use of usesIn(tables, world)) {
    const { materialId, path } = use;
    const at = `${path}.${use.member}`;
    const other = usedBy.get(materialId);
    if (other && other.owner !== use.owner) fail(at, `is the key material of ${other.path} already`);
    if (!other) {
      const secret = material.get(materialId) ?? fail(at, `material.${materialId} is missing`);
      const adopted = await adoptMaterial(use.spec, secret);
      if (!adopted) return fail(`material.${materialId}`, `is no ${kindOf(use.spec)} of ${use.spec}`);
      kept.set(materialId, adopted.secret);
      publicKeys.set(materialId, adopted.publicKey);
      if (kept.size % sliceSize === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    usedBy.set(materialId, use);
    // The public half of a wrapping key is not kept: it was only handed out.
    const hasPublicKey = use.member === "materialId";
    if (hasPublicKey && !isSame(publicKeys.get(materialId), use.publicKey))
      fail(`${path}.publicKey`, `does not belong to the private key in material.${materialId}`);
  }
  for (const materialId of material.keys())
    if (!usedBy.has(materialId)) fail(`material.${materialId}`, "belongs to no key");
  return kept;
}

function usesIn(tables: TableRecords, world: World): Use[] {
  const ofKeys = tables.keys.flatMap((key, i) => usesOf(key, world, `tables.keys[${i}]`));
  const wrapping = tables.importParameters.map((parameters, i): Use => {
    const path = `tables.importParameters[${i}]`;
    const { wrappingMaterialId: materialId, wrappingKeySpec: spec } = parameters;
    return { materialId, owner: path, spec, path, member: "wrappingMaterialId" };
  });
  return [...ofKeys, ...wrapping];
}

function usesOf(key: KeyRecord, world: World, path: string): Use[] {
  const { account, region, keyId, keySpec: spec, publicKey, multiRegion } = key;
  const owner = multiRegion ? `${account}/${keyId}` : `${account}/${region}/${keyId}`;
  const present = materialsOf(world, key).filter(isPresent);
  return present.map(({ materialId }) => ({
    ...{ materialId, owner, spec, path, member: "materialId" },
    ...(publicKey ? { publicKey } : {}),
  }));
}

const kindOf = (spec: KeySpec): string => (keySpecFacts(spec).type === "asymmetric" ? "private key" : "key material");

function isSame(own: Uint8Array | undefined, told: Uint8Array | undefined): boolean {
  return own === undefined || told === undefined ? own === told : equalBytes(own, told);
}
