// Exports what a fuzz session remembers of the answers, so that later requests name what there is: keys with their
// algorithms, aliases, grants, ciphertexts, signatures, tokens, markers.
import type { KeyMetadata, OperationName } from "#kms/index.ts";
import type { Dice } from "./dice.ts";

/** The body of a request or an answer as the wire has it: blobs as base64. */
export type Input = Readonly<Record<string, unknown>>;

export interface FollowUp {
  readonly operation: OperationName;
  readonly input: Input;
}

/** The members of an answer that another request may send, by the name it sends them under. */
const remembered: Readonly<Record<string, readonly string[]>> = {
  AliasName: ["AliasName"],
  AliasArn: ["AliasName", "KeyId"],
  CiphertextBlob: ["CiphertextBlob"],
  PrivateKeyCiphertextBlob: ["CiphertextBlob"],
  CustomKeyStoreId: ["CustomKeyStoreId"],
  GrantId: ["GrantId"],
  GrantToken: ["GrantToken"],
  ImportToken: ["ImportToken"],
  KeyMaterialId: ["KeyMaterialId"],
  CurrentKeyMaterialId: ["KeyMaterialId"],
  Mac: ["Mac"],
  NextMarker: ["Marker"],
  Policy: ["Policy"],
  PublicKey: ["PublicKey"],
  SharedSecretCiphertextBlob: ["SharedSecretCiphertextBlob"],
  Signature: ["Signature"],
  TagKey: ["TagKeys"],
};

/** Few: what is older has mostly expired or gone. */
const keptPerMember = 10;
const keptKeys = 60;

export interface Memory {
  /** Takes in what an answer holds. */
  learn(answer: unknown): void;
  /** Takes in what can be asked now. */
  expect(followUps: readonly FollowUp[]): void;
  /** The input of a request that an earlier answer made possible. */
  recallFollowUp(operation: OperationName, dice: Dice): Input | undefined;
  /** A value that an answer had for this member of a request; undefined when there was none yet. */
  recall(member: string, dice: Dice): unknown;
  /** One of the keys that fits, else any; undefined when there is none. */
  recallKey(dice: Dice, fits: (key: KeyMetadata) => boolean): KeyMetadata | undefined;
}

export function createMemory(): Memory {
  const values = new Map<string, unknown[]>();
  const inputs = new Map<string, Input[]>();
  const keys = new Map<string, KeyMetadata>();

  const learnKey = (key: KeyMetadata): void => {
    keys.delete(key.Arn ?? "");
    keys.set(key.Arn ?? "", key);
    if (keys.size > keptKeys) keys.delete(keys.keys().next().value ?? "");
  };

  function learn(answer: unknown): void {
    if (Array.isArray(answer)) return answer.slice(0, 5).forEach(learn);
    if (typeof answer !== "object" || answer === null) return;
    for (const [name, value] of Object.entries(answer as Input)) {
      for (const member of remembered[name] ?? []) keep(values, member, value);
      if (name.endsWith("KeyMetadata")) learnKey(value as KeyMetadata); // the answers of a strict engine keep to the contract
      learn(value);
    }
  }

  return {
    learn,
    expect(followUps) {
      for (const { operation, input } of followUps) keep(inputs, operation, input);
    },
    recallFollowUp(operation, dice) {
      const kept = inputs.get(operation);
      return kept && dice.pick(kept);
    },
    recall(member, dice) {
      const kept = values.get(member);
      return kept && dice.pick(kept);
    },
    recallKey(dice, fits) {
      const all = [...keys.values()];
      const fitting = all.filter(fits);
      if (all.length === 0) return undefined;
      return dice.pick(fitting.length > 0 && !dice.oneIn(6) ? fitting : all);
    },
  };
}

/** Adds to a list that forgets its oldest entries. */
function keep<T>(lists: Map<string, T[]>, name: string, value: T): void {
  const list = lists.get(name) ?? [];
  list.push(value);
  if (list.length > keptPerMember) list.shift();
  lists.set(name, list);
}
