// Exports the application that flies: what it calls, with which algorithm, the same in every Region, since it is written once.
import { type Application, applicationOf, type UseOperation } from "#features/explorer/preview/uses.ts";
import { findAlias, findKey, type KeyRecord, type World } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";

/** Where an application calls which alias. */
export interface Route {
  readonly account: string;
  /** As the application has it, with `alias/`. */
  readonly aliasName: string;
  /** In the order in which the application calls. */
  readonly regions: readonly string[];
  /** What it calls; what the first key behind the alias is for, unless told otherwise. */
  readonly operation?: UseOperation | undefined;
}

interface OperationFacts {
  readonly usage: KeyRecord["keyUsage"];
  /** The member of the call that names the algorithm. */
  readonly member: string;
  /** The member of the answer that holds what was made. */
  readonly result: string;
  /** For an application without a key to be written for. */
  readonly algorithm: string;
}

export const operationFacts = {
  Encrypt: {
    usage: "ENCRYPT_DECRYPT",
    member: "EncryptionAlgorithm",
    result: "CiphertextBlob",
    algorithm: "SYMMETRIC_DEFAULT",
  },
  Sign: { usage: "SIGN_VERIFY", member: "SigningAlgorithm", result: "Signature", algorithm: "ECDSA_SHA_256" },
  GenerateMac: { usage: "GENERATE_VERIFY_MAC", member: "MacAlgorithm", result: "Mac", algorithm: "HMAC_SHA_256" },
  DeriveSharedSecret: {
    usage: "KEY_AGREEMENT",
    member: "KeyAgreementAlgorithm",
    result: "SharedSecret",
    algorithm: "ECDH",
  },
  Encapsulate: {
    usage: "ENCAPSULATE_DECAPSULATE",
    member: "EncapsulationAlgorithm",
    result: "CiphertextBlob",
    algorithm: "ML_KEM",
  },
} as const satisfies Record<UseOperation, OperationFacts>;

// The keys of an object are texts to the compiler; these are the ones right above.
export const flightOperations = Object.keys(operationFacts) as readonly UseOperation[];

/** What the first key that the route comes to is for; Encrypt where there is none. */
export function usualOperation(world: World, route: Route): UseOperation {
  const usage = keysOn(world, route)[0]?.keyUsage;
  return flightOperations.find((operation) => operationFacts[operation].usage === usage) ?? "Encrypt";
}

/** Written for the first key of the route that its operation fits, with the first of the key's algorithms. */
export function applicationFor(
  world: World,
  route: Route,
): { readonly operation: UseOperation; readonly algorithm: string; readonly application: Application } {
  const operation = route.operation ?? usualOperation(world, route);
  const { usage, algorithm: usual } = operationFacts[operation];
  const key = keysOn(world, route).find(({ keyUsage }) => keyUsage === usage);
  const application = key ? applicationOf(key) : { usage, publicKey: noPublicKey };
  const algorithm = (key && applicationOf(key).algorithms[0]) ?? usual;
  return { operation, algorithm, application: { ...application, algorithms: [algorithm] } };
}

/** KMS wants some bytes before it looks for the key, and judges the key's usage before it reads them. */
const noPublicKey = encodeUtf8("There is no key to agree with.");

function keysOn(world: World, { account, aliasName, regions }: Route): readonly KeyRecord[] {
  return regions.flatMap((region) => {
    const place = { account, region };
    const keyId = findAlias(world, place, aliasName)?.targetKeyId;
    return (keyId !== undefined && findKey(world, place, keyId)) || [];
  });
}
