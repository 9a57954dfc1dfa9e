// Exports retargetCaution: what UpdateAlias allows but an application would notice. It compares type and usage only; that the
// new key can be used, and in the same way, is nothing it looks at.
import { algorithmsOf, type KeyRecord, stateRefusal } from "#kms/index.ts";
import { lowerFirst } from "#lib/lower-first.ts";
import { statusText } from "./key-texts.ts";

/** "Allowed, but the key is disabled"; undefined where nothing is the matter. */
export function retargetCaution(current: KeyRecord | undefined, next: KeyRecord): string | undefined {
  const reasons = [stateWords(next), current && cryptoWords(current, next)].filter((reason) => reason !== undefined);
  return reasons.length > 0 ? `Allowed, but ${reasons.join("; ")}` : undefined;
}

/** All cryptographic operations are refused in the same states. */
function stateWords(key: KeyRecord): string | undefined {
  return stateRefusal("Encrypt", key) ? `the key is ${lowerFirst(statusText(key))}` : undefined;
}

function cryptoWords(current: KeyRecord, next: KeyRecord): string | undefined {
  if (current.keySpec === next.keySpec) return undefined;
  const [had, has] = [algorithmsOf(current), algorithmsOf(next)];
  const isSame = had.every((algorithm) => has.includes(algorithm));
  return isSame
    ? `other key spec: ${next.keySpec}, not ${current.keySpec}`
    : `other algorithms: ${familyOf(has)}, not ${familyOf(had)}`;
}

/** One algorithm by its name, several by what their names begin with: "RSASSA_...". */
function familyOf(algorithms: readonly string[]): string {
  const [first = "", ...others] = algorithms;
  if (others.length === 0) return first;
  const words = first.split("_");
  let common = 1;
  while (
    common < words.length - 1 &&
    others.every((other) => other.startsWith(`${words.slice(0, common + 1).join("_")}_`))
  )
    common += 1;
  return `${words.slice(0, common).join("_")}_...`;
}
