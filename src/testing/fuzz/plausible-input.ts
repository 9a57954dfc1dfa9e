// Exports the body of a request as a client might send it: shaped by the contract, naming what the session has made.
import { contract, type KeyMetadata, type KeyUsageType, type Members, type OperationName, shapes } from "#kms/index.ts";
import { encodeBase64 } from "#lib/base64.ts";
import { startOfTest } from "#testing/test-engine.ts";
import type { Dice } from "./dice.ts";
import type { Input, Memory } from "./memory.ts";
import { aliasNames, otherRegions, principals, recipes } from "./recipes.ts";

/** The usage that a key must have for the operation to succeed. */
const usageOf: Partial<Record<OperationName, KeyUsageType>> = {
  Decapsulate: "ENCAPSULATE_DECAPSULATE",
  Decrypt: "ENCRYPT_DECRYPT",
  DeriveSharedSecret: "KEY_AGREEMENT",
  Encapsulate: "ENCAPSULATE_DECAPSULATE",
  Encrypt: "ENCRYPT_DECRYPT",
  EnableKeyRotation: "ENCRYPT_DECRYPT",
  GenerateDataKey: "ENCRYPT_DECRYPT",
  GenerateDataKeyPair: "ENCRYPT_DECRYPT",
  GenerateDataKeyPairWithoutPlaintext: "ENCRYPT_DECRYPT",
  GenerateDataKeyWithoutPlaintext: "ENCRYPT_DECRYPT",
  GenerateMac: "GENERATE_VERIFY_MAC",
  ReEncrypt: "ENCRYPT_DECRYPT",
  RotateKeyOnDemand: "ENCRYPT_DECRYPT",
  Sign: "SIGN_VERIFY",
  Verify: "SIGN_VERIFY",
  VerifyMac: "GENERATE_VERIFY_MAC",
};

const messages = ["aGVsbG8=", "AA==", encodeBase64(new Uint8Array(32)), encodeBase64(new Uint8Array(64))];
const texts: Readonly<Record<string, readonly string[]>> = {
  AliasName: aliasNames,
  GranteePrincipal: principals,
  RetiringPrincipal: principals,
  PolicyName: ["default"],
  PrimaryRegion: otherRegions,
  ReplicaRegion: otherRegions,
  TagKey: ["Purpose", "Project", "ü"],
};

const keyMembers = new Set(["KeyId", "TargetKeyId", "SourceKeyId", "DestinationKeyId"]);
const algorithmMembers =
  /^(?:Encryption|Signing|Mac|KeyAgreement|Encapsulation|SourceEncryption|DestinationEncryption)Algorithm$/;

export interface Plausible {
  readonly input: Input;
  /** The key that the request means; it is sent to the Region and by the account where this one is. */
  readonly key?: KeyMetadata | undefined;
}

export function plausibleInput(operation: OperationName, memory: Memory, dice: Dice): Plausible {
  const followUp = memory.recallFollowUp(operation, dice);
  if (followUp && !dice.oneIn(3)) return { input: followUp, key: memory.recallKey(dice, isNamedBy(followUp)) };
  const recipe = dice.oneIn(4) ? undefined : recipes[operation];
  const usage = usageOf[operation];
  const isFitting = recipe?.fits ?? ((one) => (usage ? one.KeyUsage === usage : one.KeyManager === "CUSTOMER"));
  const key = memory.recallKey(dice, isFitting);
  const input = recipe?.input(key, dice, memory) ?? inputOf(contract[operation].input, { memory, dice, key });
  return { input, key };
}

const isNamedBy =
  ({ KeyId }: Input) =>
  (key: KeyMetadata) =>
    key.KeyId === KeyId || key.Arn === KeyId;

interface Drawing {
  readonly memory: Memory;
  readonly dice: Dice;
  readonly key: KeyMetadata | undefined;
}

function inputOf(members: Members, drawing: Drawing): Input {
  const { dice, key } = drawing;
  const entries = Object.entries(members).flatMap(([name, { shape, required }]): [string, unknown][] => {
    const isWanted = required || dice.oneIn(name.endsWith("KeySpec") || name.endsWith("KeyId") ? 2 : 7);
    const isOfKey = algorithmMembers.test(name) && key?.KeySpec !== "SYMMETRIC_DEFAULT" && !dice.oneIn(6);
    return isWanted || isOfKey ? [[name, valueFor(name, shape, drawing)]] : [];
  });
  return Object.fromEntries(entries);
}

function valueFor(name: string, shapeName: string, drawing: Drawing): unknown {
  const { memory, dice, key } = drawing;
  if (keyMembers.has(name) && key && !dice.oneIn(10)) return keyIdOf(name, key, memory, dice);
  const known = memory.recall(name, dice);
  if (known !== undefined && !dice.oneIn(5)) return known;
  const [algorithm] = key ? algorithmsOf(key) : [];
  if (algorithmMembers.test(name) && key && algorithm && !dice.oneIn(8)) return dice.pick(algorithmsOf(key));
  const shape = shapes[shapeName];
  switch (shape?.type) {
    case "string":
      return shape.values
        ? dice.pick(shape.values.filter((value) => isQuick(value, dice)))
        : dice.pick(texts[name] ?? ["text"]);
    case "blob":
      return dice.pick(messages);
    case "integer":
      return dice.pick([1, 7, 16, 30, 90, 365, 1000]);
    case "boolean":
      return dice.oneIn(2);
    case "timestamp":
      return startOfTest / 1000 + dice.pick([-1, 60, 86_400, 86_400 * 100]);
    case "list":
      return Array.from({ length: 1 + dice.below(3) }, () => valueFor(name, shape.member, drawing));
    case "map":
      return { [dice.pick(["Department", "__proto__", "ü"])]: dice.pick(["10103", ""]) };
    case "structure":
      return inputOf(shape.members, drawing);
    default:
      throw new Error(`the contract has no shape ${shapeName}`);
  }
}

function keyIdOf(name: string, key: KeyMetadata, memory: Memory, dice: Dice): unknown {
  const other = name === "KeyId" ? key : (memory.recallKey(dice, ({ KeyUsage }) => KeyUsage === key.KeyUsage) ?? key);
  return dice.oneIn(3) ? other.Arn : other.KeyId;
}

function algorithmsOf(key: KeyMetadata): readonly string[] {
  return (
    key.EncryptionAlgorithms ??
    key.SigningAlgorithms ??
    key.MacAlgorithms ??
    key.KeyAgreementAlgorithms ??
    key.EncapsulationAlgorithms ??
    []
  );
}

/** Searching RSA primes would take most of the time and tell nothing new. */
function isQuick(value: string, dice: Dice): boolean {
  if (value === "RSA_2048") return dice.oneIn(20);
  return !/^RSA_[34]/.test(value) || dice.oneIn(500);
}
