// Exports a change as tools have it that are told what is to be: the aliases as they stand afterwards, and what to do where
// that cannot be said with an alias.
import type { AliasTarget } from "#cli/alias-target.ts";
import type { Change } from "#features/explorer/types.ts";
import { displayAlias } from "#kms/index.ts";
import type { ChangeCall } from "./change-calls.ts";

interface DeclaredChange {
  /** As they are to be; none where the change makes none and moves none. */
  readonly aliases: readonly AliasTarget[];
  /** Whether the aliases exist before the change. */
  readonly isThere: boolean;
  readonly notes: { readonly cloudFormation?: string; readonly terraform?: string };
}

/** `calls` are those of the change. */
export function declaredChange(change: Change, calls: readonly ChangeCall[]): DeclaredChange {
  const aliases = calls.flatMap(({ operation, region, input }) =>
    operation === "CreateAlias" || operation === "UpdateAlias"
      ? [{ region, aliasName: input.AliasName, keyId: input.TargetKeyId }]
      : [],
  );
  return { aliases, isThere: change.type !== "createAlias", notes: notesOf(change) };
}

/** Sources: CloudFormation template reference, AWS::KMS::Alias and AWS::KMS::Key; Terraform registry, aws_kms_alias and aws_kms_key. */
function notesOf(change: Change): DeclaredChange["notes"] {
  switch (change.type) {
    case "createAlias":
      return {};
    case "retarget":
      return moved("TargetKeyId is");
    case "swap":
      return moved("Both values of TargetKeyId are");
    case "deleteAlias": {
      const name = displayAlias(change.aliasName);
      return {
        cloudFormation: `Remove the AWS::KMS::Alias resource of ${name} from its template and update the stack: CloudFormation deletes the alias, unless the resource has the deletion policy Retain.`,
        terraform: `Remove the aws_kms_alias resource of ${name} from the configuration and apply it: Terraform deletes the alias.`,
      };
    }
    case "disableKey":
      return {
        cloudFormation: `Set Enabled: false on the AWS::KMS::Key resource of key ${change.keyId} and update its stack.`,
        terraform: `Set is_enabled = false on the aws_kms_key resource of key ${change.keyId} and apply the configuration.`,
      };
    case "scheduleDeletion": {
      const days = change.pendingWindowInDays;
      return {
        cloudFormation: `Set PendingWindowInDays: ${days} on the AWS::KMS::Key resource of key ${change.keyId} and update its stack; then remove the resource and update the stack again. CloudFormation schedules the deletion of the key.`,
        terraform: `Set deletion_window_in_days = ${days} on the aws_kms_key resource of key ${change.keyId} and apply the configuration; then remove the resource and apply again. Terraform schedules the deletion of the key.`,
      };
    }
  }
}

function moved(what: string): DeclaredChange["notes"] {
  return {
    cloudFormation: `${what} updated without replacement. An alias that no stack manages yet must be imported into one first.`,
    terraform:
      "The import blocks are for aliases that Terraform does not manage yet; those that it manages already stay as they are.",
  };
}
