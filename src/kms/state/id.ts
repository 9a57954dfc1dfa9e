// Exports how a record is addressed: `account/region/name`, so that one ordered table keeps each account and Region
// together and a page of a list is a range read.

export interface Place {
  readonly account: string;
  readonly region: string;
}

/** Greater than every character that an id may hold. */
export const afterAll = "\uffff";

/** What all ids of this account and Region begin with. */
export function placePrefix(place: Place): string {
  return `${place.account}/${place.region}/`;
}

/** The id of a key, of its policy, or of an alias (`name` is then the full alias name). */
export function recordId(place: Place, name: string): string {
  return `${place.account}/${place.region}/${name}`;
}

/** The id of one tag of a key; all tags of a key lie side by side, ordered by tag key. */
export function tagId(place: Place, keyId: string, tagKey: string): string {
  return `${place.account}/${place.region}/${keyId}/${tagKey}`;
}

export const settingsId = "settings";
