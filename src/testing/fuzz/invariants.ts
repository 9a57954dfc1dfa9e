// Exports what must hold in every World, whatever was called: nothing without its key, no usable key without material, no
// material without a record that names it, no index that tells another story than its tables.
import { type Commit, type KeyRecord, type Place, recordId, type Table, tableNames, type World } from "#kms/index.ts";
import type { TestEngine } from "#testing/test-engine.ts";
import { contentsOf, rebuilt } from "#testing/world-contents.ts";

/** The facts of any record that say what it belongs to. */
interface Belongings extends Partial<Place> {
  readonly keyId?: string;
  readonly targetKeyId?: string;
  readonly customKeyStoreId?: string;
  readonly materialId?: string;
  readonly wrappingMaterialId?: string;
}

/** What a commit touched, held against the World that it led to: cheap enough for every call. */
export function brokenByCommit(sandbox: TestEngine, commit: Commit): string[] {
  const world = sandbox.world();
  return Object.entries(commit.diff).flatMap(([table, changes]) =>
    Object.entries(changes as Readonly<Record<string, readonly [unknown, unknown]>>).flatMap(
      ([id, [before, after]]) => {
        // A later commit may have changed it again; that one is looked at on its own.
        if (after !== null && tableOf(world, table).get(id) !== after) return [];
        if (after !== null) return brokenRecord(sandbox, table, id, after as Belongings);
        return table === "keys" && before !== null ? leftBehind(world, before as KeyRecord) : [];
      },
    ),
  );
}

/** Every record of the World, its indexes and the vault. */
export function brokenInWorld(sandbox: TestEngine): string[] {
  const world = sandbox.world();
  const broken: string[] = [];
  const named = new Set<string>();
  for (const table of tableNames)
    eachRow(tableOf(world, table), (id, record) => {
      broken.push(...brokenRecord(sandbox, table, id, record));
      for (const materialId of [record.materialId, record.wrappingMaterialId])
        if (materialId !== undefined) named.add(materialId);
    });
  for (const materialId of sandbox.secrets.keys())
    if (!named.has(materialId)) broken.push(`the vault keeps material ${materialId}, which no record names`);
  if (JSON.stringify(contentsOf(world).indexes) !== JSON.stringify(contentsOf(rebuilt(world)).indexes))
    broken.push("the indexes tell another story than the tables");
  return broken;
}

function brokenRecord(sandbox: TestEngine, table: string, id: string, record: Belongings): string[] {
  if (table === "artefacts") return []; // what was made under a key outlives it
  const { keys } = sandbox.world().tables;
  const owners = [record.keyId, record.targetKeyId].filter((owner) => owner !== undefined);
  const orphaned = owners
    .filter((keyId) => keys.get(recordId(placeOf(record), keyId)) === undefined)
    .map((keyId) => `${table} ${id} belongs to the key ${keyId}, which does not exist`);
  const storeId = record.customKeyStoreId;
  if (storeId !== undefined && !sandbox.world().tables.customKeyStores.get(recordId(placeOf(record), storeId)))
    orphaned.push(`${table} ${id} belongs to the custom key store ${storeId}, which does not exist`);
  return table === "keys" ? [...orphaned, ...withoutMaterial(sandbox, record as KeyRecord)] : orphaned;
}

/** Enabled and disabled keys can be used at once or after EnableKey; every other state says why material may be missing. */
function withoutMaterial({ secrets }: TestEngine, key: KeyRecord): string[] {
  if (key.keyState !== "Enabled" && key.keyState !== "Disabled") return [];
  if (key.materialId !== undefined && secrets.has(key.materialId)) return [];
  return [`the key ${key.keyId} is ${key.keyState} without key material`];
}

function leftBehind(world: World, key: KeyRecord): string[] {
  return tableNames
    .filter((table) => table !== "keys" && table !== "artefacts")
    .flatMap((table) => {
      const left: string[] = [];
      eachRow(tableOf(world, table), (id, record) => {
        const belongs = record.keyId === key.keyId || record.targetKeyId === key.keyId;
        if (belongs && record.account === key.account && record.region === key.region) left.push(`${table} ${id}`);
      });
      return left.map((row) => `${row} outlives its key ${key.keyId}`);
    });
}

const placeOf = ({ account = "", region = "" }: Belongings): Place => ({ account, region });

/** The tables differ in their records; here only what they all may have is read. */
function tableOf({ tables }: World, name: string): Table<Belongings> {
  return tables[name as keyof typeof tables] as Table<unknown> as Table<Belongings>;
}

function eachRow(table: Table<Belongings>, visit: (id: string, record: Belongings) => void): void {
  table.scan("", "\uffff", (record, id) => {
    visit(id, record);
    return true;
  });
}
