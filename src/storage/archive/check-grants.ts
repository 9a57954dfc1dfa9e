// Exports the rules of grants.
import { type GrantRecord, quotas, recordId, requireValidGrant, type World } from "#kms/index.ts";
import { requireKey } from "./check-place.ts";
import { byTheEngine } from "./engine-rule.ts";
import { fail } from "./fields.ts";

/** @throws ArchiveError for a grant that no call could have made */
export function checkGrants(world: World, grants: readonly GrantRecord[]): void {
  const counts = new Map<string, number>();
  for (const [i, grant] of grants.entries()) {
    const path = `tables.grants[${i}]`;
    const key = requireKey(world, grant, path);
    const id = recordId(key, key.keyId);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    if (count > quotas.grantsPerKey) fail(path, `its key has more than ${quotas.grantsPerKey} grants`);
    if (!world.tables.accounts.get(grant.issuingAccount))
      fail(`${path}.issuingAccount`, `there is no account ${grant.issuingAccount} in this file`);
    if (new Set(grant.operations).size < grant.operations.length) fail(`${path}.operations`, "has an operation twice");
    byTheEngine(path, () => requireValidGrant(key, grant));
  }
}
