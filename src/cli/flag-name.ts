// Exports the names that the AWS CLI gives to operations and members of the API.

/**
 * `CreateAlias` -> `create-alias`, `XksKeyId` -> `xks-key-id`, `ReEncrypt` -> `re-encrypt`.
 * Source: botocore's xform_name; a word begins at a capital before small letters, or after a small letter or digit.
 */
export function flagName(apiName: string): string {
  return apiName
    .replace(/(.)([A-Z][a-z]+)/g, "$1-$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
}
