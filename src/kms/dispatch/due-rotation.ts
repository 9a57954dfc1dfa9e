// Exports the automatic rotation of a key whose date has come. A clock that was moved by several periods rotates as often,
// each time dated as scheduled. Source: developer guide, "Enable automatic key rotation".
import { keyArn } from "#kms/model/arn.ts";
import { newSymmetricMaterial, rotateTo, setSchedule } from "#kms/model/rotation.ts";
import type { ServiceWork, Writing } from "./operation.ts";

const day = 24 * 60 * 60 * 1000;

/** Simulated: of a longer absence only the last rotations are made up for, lest a leap of millennia takes minutes. */
const mostMadeUpFor = 50;

/** @param id of the key's record. Undefined when another writer has rotated it or changed its schedule meanwhile. */
export function rotateDueKey(writing: Writing, id: string): ServiceWork | undefined {
  const { draft, now } = writing;
  const key = draft.tables.keys.get(id);
  if (key?.keyState !== "Enabled" || key.rotationPeriodInDays === undefined || key.nextRotationDate === undefined)
    return undefined;
  if (key.nextRotationDate > now) return undefined;
  const { account, region, keyId, origin, rotationPeriodInDays } = key;
  const period = rotationPeriodInDays * day;
  const missed = Math.floor((now - key.nextRotationDate) / period);
  const rotationDate = key.nextRotationDate + Math.max(0, missed + 1 - mostMadeUpFor) * period;
  const materialId = newSymmetricMaterial(writing);
  rotateTo(draft, key, materialId, { rotationDate, rotationType: "AUTOMATIC" });
  setSchedule(draft, key, { rotationPeriodInDays, nextRotationDate: rotationDate + period });
  return {
    keyArns: [keyArn(key)],
    account,
    region,
    details: {
      rotationType: "AUTOMATIC",
      keyOrigin: origin,
      ...(key.materialId === undefined ? {} : { previousKeyMaterialId: key.materialId }),
      currentKeyMaterialId: materialId,
      keyId,
    },
  };
}
