// Exports the replication of a key into several Regions: ReplicateKey and CreateAlias for each, told in one flash.
import { aliasPrefix, type KeyRecord, KmsError, recordId } from "#kms/index.ts";
import { runBatch } from "#store/batch.ts";
import type { Action } from "#store/use-call.ts";
import { regionText } from "./related-keys.ts";

export interface ReplicaRequest {
  readonly regions: readonly string[];
  /** Without its prefix; the same in every Region. */
  readonly alias: string;
  readonly description: string;
  readonly policy: string;
  readonly tags: readonly { readonly TagKey: string; readonly TagValue: string }[];
}

/** No Undo: a replica key can only be scheduled for deletion. */
export function createReplicas(begin: () => Action, primary: KeyRecord, request: ReplicaRequest) {
  const { regions, alias, description, policy, tags } = request;
  return runBatch(begin, {
    items: regions,
    nameOf: regionText,
    subjectOf: (region) => recordId({ account: primary.account, region }, primary.keyId),
    doing: regions.length === 1 ? "Creating a replica key" : "Creating replica keys",
    async call(action, region) {
      await action.call("ReplicateKey", {
        KeyId: primary.keyId,
        ReplicaRegion: region,
        Description: description,
        Policy: policy,
        Tags: tags,
      });
      await nameReplica(action, primary.keyId, region, aliasPrefix + alias);
    },
    succeeded: (done) => [
      done.length === 1 ? "Successfully created a replica key in " : "Successfully created replica keys in ",
      { strong: done.map(regionText).join(", ") },
      ", with alias ",
      { strong: alias },
      ".",
    ],
    failed: (failures, total) =>
      total === 1
        ? "The replica key could not be created with its alias"
        : `${failures} of ${total} replica keys could not be created with their alias`,
  });
}

/** The replica is there already when its alias is refused: the refusal says so. */
async function nameReplica(action: Action, keyId: string, region: string, aliasName: string): Promise<void> {
  try {
    await action.call("CreateAlias", { AliasName: aliasName, TargetKeyId: keyId }, { region });
  } catch (error) {
    if (!(error instanceof KmsError)) throw error;
    throw new KmsError(error.code, `The replica key was created without an alias. ${error.message}`);
  }
}
