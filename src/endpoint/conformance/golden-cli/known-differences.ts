// Exports where our AWS CLI says something else than the real one on purpose. docs/differences.md tells users of them.

/** Line of golden-lines.sh -> why it differs. A line that does not differ any more must go from here. */
export const knownDifferences: Readonly<Record<string, string>> = {
  "aws --version": "ours names itself and no machine",
  "aws frobnicate": "only the services that the sandbox has are choices",
  "aws sts frobnicate": "only the operations that the sandbox has are choices",
  "aws configure frobnicate": "only the commands that the sandbox has are choices",
  "aws configure list": "credentials are the sandbox's own, not those of a file",
  "aws kms create-key --generate-cli-skeleton yaml-input": "comments hold no text of AWS's documentation",
  "aws kms create-grant --generate-cli-skeleton yaml-input": "comments hold no text of AWS's documentation",
  "aws cloudtrail lookup-events --generate-cli-skeleton yaml-input": "comments hold no text of AWS's documentation",
  "aws kms list-resource-tags --key-id $KEY --query '`1e3`'": "JavaScript knows no difference between 1000 and 1000.0",
};
