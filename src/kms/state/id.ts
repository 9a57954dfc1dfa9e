// Exports how a record is addressed: `account/region/name`, so that one ordered table keeps each account and Region
// together and a page of a list is a range read.

export interface Place {
  readonly account: string;
  readonly region: string;
}

/** After every id of a table: ids begin with an account. For a scan of a whole table; a part of one ends at `endOf`. */
export const afterAll = "\uffff";

/** The first text after all that begin with `prefix`, whatever follows it. `prefix` ends with the separator `/`. */
export function endOf(prefix: string): string {
  return `${prefix.slice(0, -1)}0`; // 0 is the character after /
}

/** What all ids of this account and Region begin with. */
export function placePrefix(place: Place): string {
  return `${place.account}/${place.region}/`;
}

/** The id of a key, of its policy, of a custom key store, or of an alias (`name` is then the full alias name). */
export function recordId(place: Place, name: string): string {
  return `${place.account}/${place.region}/${name}`;
}

/** The id of one tag of a key; all tags of a key lie side by side, ordered by tag key. */
export function tagId(place: Place, keyId: string, tagKey: string): string {
  return `${place.account}/${place.region}/${keyId}/${tagKey}`;
}

/** The id of one grant of a key, or of one set of import parameters; those of a key lie side by side. */
export function partOfKeyId(place: Place, keyId: string, part: string): string {
  return `${place.account}/${place.region}/${keyId}/${part}`;
}

/** The id of one key material of a key; those of a key lie side by side, oldest first. */
export function keyMaterialId(place: Place, keyId: string, order: number): string {
  return partOfKeyId(place, keyId, String(order).padStart(6, "0"));
}

export const settingsId = "settings";
