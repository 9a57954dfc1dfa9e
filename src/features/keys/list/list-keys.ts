// Exports which keys each list shows, from one scan of the Region's keys in key-ID order.
import type { ByKey } from "#features/keys/region-index.ts";
import type { KeyRecord, Place, Table } from "#kms/index.ts";
import { scanPlace } from "#store/scan-place.ts";

/** Customer managed keys, and the oddity of the real console: keys of AWS services that have no alias stand among them. */
export function customerKeys(keys: Table<KeyRecord>, place: Place, aliases: ByKey<string>): readonly KeyRecord[] {
  return select(keys, place, (key) => key.keyManager === "CUSTOMER" || !aliases.has(key.keyId));
}

export function awsKeys(keys: Table<KeyRecord>, place: Place, aliases: ByKey<string>): readonly KeyRecord[] {
  return select(keys, place, (key) => key.keyManager === "AWS" && aliases.has(key.keyId));
}

function select(keys: Table<KeyRecord>, place: Place, isShown: (key: KeyRecord) => boolean): readonly KeyRecord[] {
  const shown: KeyRecord[] = [];
  scanPlace(keys, place, (key) => {
    if (isShown(key)) shown.push(key);
  });
  return shown;
}
