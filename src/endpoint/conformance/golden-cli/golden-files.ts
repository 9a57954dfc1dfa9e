// Exports the folder in which golden lines run: the files that they name, and the settings of a user.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Profile -> account. */
export const goldenProfiles = { default: "111122223333", other: "444455556666" } as const;

const keyPolicy = {
  Version: "2012-10-17",
  Statement: ["111122223333", "444455556666"].map((account) => ({
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: "kms:*",
    Resource: "*",
  })),
};

const files: Readonly<Record<string, string | Uint8Array>> = {
  "plaintext.txt": "a secret of 27 characters\r\n",
  "plaintext.b64": "aGVsbG8=\n",
  "tags.json": '[\n  {"TagKey": "Purpose", "TagValue": "File"}\n]\n',
  "policy.json": JSON.stringify(keyPolicy, undefined, 2),
  "describe.json": '{"KeyId": "alias/finance"}\n',
  "anchor.pem": "-----BEGIN CERTIFICATE-----\nMIIDXTCCAkWgAwIBAgIJAKc=\n-----END CERTIFICATE-----\n",
  "material.bin": Uint8Array.from({ length: 32 }, (_, at) => at),
  "home/.aws/config":
    "[default]\nregion = us-west-2\n\n[profile other]\nregion=us-east-1\n\n[profile text]\nregion = us-west-2\noutput = text\n",
  "home/.aws/credentials": ["default", "other", "text"]
    .map(
      (name) =>
        `[${name}]\naws_access_key_id = ${name === "other" ? goldenProfiles.other : goldenProfiles.default}\naws_secret_access_key = any\n`,
    )
    .join("\n"),
};

/** Makes a new folder with the files. Its settings are in `home`. */
export function goldenFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kms-sandbox-golden-"));
  mkdirSync(join(folder, "home/.aws"), { recursive: true });
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(folder, name), contents);
  return folder;
}
