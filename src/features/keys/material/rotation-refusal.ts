// Exports why the rotation of a key cannot be set or begun now, for the buttons that do so.
import { findRegion, isPrimary, type KeyRecord, type OperationName, stateRefusal } from "#kms/index.ts";
import { statusText } from "#store/key-texts.ts";

/** Undefined where `operation` is possible as far as the key itself tells. */
export function rotationRefusal(operation: OperationName, key: KeyRecord): string | undefined {
  if (key.keyManager === "AWS") return "AWS manages this key and rotates it every year.";
  if (key.multiRegion && !isPrimary(key)) {
    const { primaryRegion = "" } = key;
    return `Related multi-Region keys rotate together: do it on the primary key, in ${findRegion(primaryRegion)?.name ?? primaryRegion}.`;
  }
  return stateRefusal(operation, key) ? `The key is ${statusText(key).toLowerCase()}.` : undefined;
}
