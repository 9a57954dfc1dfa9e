// Exports how many things a workspace holds, from its records or from its World.
import { afterAll, type KeyRecord } from "#kms/index.ts";

export interface WorkspaceCounts {
  readonly accounts: number;
  readonly customerKeys: number;
  readonly aliases: number;
  readonly tags: number;
}

/** Predefined names of AWS that no key stands behind are not counted: every account has them in every Region. */
export function countsOf(tables: {
  readonly accounts: Counted<unknown>;
  readonly keys: Counted<Pick<KeyRecord, "keyManager">>;
  readonly aliases: Counted<{ readonly targetKeyId?: string }>;
  readonly tags: Counted<unknown>;
}): WorkspaceCounts {
  return {
    accounts: count(tables.accounts),
    customerKeys: count(tables.keys, ({ keyManager }) => keyManager === "CUSTOMER"),
    aliases: count(tables.aliases, ({ targetKeyId }) => targetKeyId !== undefined),
    tags: count(tables.tags),
  };
}

/** What both a list and a table of the World can do: visit each record. */
type Counted<R> = readonly R[] | { scan(from: string, before: string, visit: (record: R) => true): void };

function count<R>(records: Counted<R>, isCounted: (record: R) => boolean = () => true): number {
  let found = 0;
  const visit = (record: R): true => {
    if (isCounted(record)) found += 1;
    return true;
  };
  if ("scan" in records) records.scan("", afterAll, visit);
  else for (const record of records) visit(record);
  return found;
}
