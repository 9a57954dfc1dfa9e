// Exports scanPlace, by which views read what one account has in one Region.
import { endOf, type Place, placePrefix, type Table } from "#kms/index.ts";

/** Visits the records of an account and Region in id order. */
export function scanPlace<R>(table: Table<R>, place: Place, visit: (record: R, id: string) => void): void {
  const prefix = placePrefix(place);
  table.scan(prefix, endOf(prefix), (record, id) => {
    visit(record, id);
    return true;
  });
}
