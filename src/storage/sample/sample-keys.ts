// Exports the keys of the sample workspace as they were before its story began (sample-story.ts). Key IDs of the signing keys are those of AWS's documentation.
import type { KeySpec, KeyUsageType, Place } from "#kms/index.ts";
import type { SampleMaterialName } from "./sample-material.gen.ts";

export interface SampleKey extends Place {
  readonly keyId: string;
  readonly keySpec: KeySpec;
  readonly keyUsage: KeyUsageType;
  readonly material: SampleMaterialName;
  readonly description: string;
  /** How long ago it was created. */
  readonly ageDays: number;
  /** Full names. */
  readonly aliases: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  /** The AWS service that manages the key. */
  readonly managedBy?: string;
  /** Another account whose administrators may use the key. */
  readonly sharedWith?: string;
}

export const sampleAccounts = { home: "111122223333", partner: "444455556666" } as const;

const oregon = { account: sampleAccounts.home, region: "us-west-2" };
const frankfurt = { account: sampleAccounts.home, region: "eu-central-1" };
const singapore = { account: sampleAccounts.home, region: "ap-southeast-1" };
const virginia = { account: sampleAccounts.home, region: "us-east-1" };
const partnerOregon = { account: sampleAccounts.partner, region: "us-west-2" };

const symmetric = { keySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" } as const;
const rsa2048 = { keySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" } as const;

export const sampleKeys: readonly SampleKey[] = [
  {
    ...oregon,
    ...rsa2048,
    keyId: "1234abcd-12ab-34cd-56ef-1234567890ab",
    material: "oregonApp",
    description: "Signs the releases of the new application",
    ageDays: 84,
    aliases: ["alias/new-app", "alias/test-key"],
    tags: { Project: "new-app", CostCenter: "4410" },
  },
  {
    ...oregon,
    keySpec: "RSA_4096",
    keyUsage: "SIGN_VERIFY",
    keyId: "0987dcba-09fe-87dc-65ba-ab0987654321",
    material: "oregonSpare",
    description: "Successor of the signing key of the new application, not in use yet",
    ageDays: 12,
    aliases: [],
    tags: { Project: "new-app" },
  },
  {
    ...oregon,
    ...symmetric,
    keyId: "6b1f0c3e-4a57-4d2b-9c8e-2f6d7a10b9e4",
    material: "finance",
    description: "Encrypts the monthly finance reports",
    ageDays: 140,
    aliases: ["alias/finance"],
    tags: { Project: "finance", CostCenter: "2200", Confidentiality: "high" },
  },
  {
    ...oregon,
    ...symmetric,
    keyId: "c2d94e70-88b1-4f36-a05d-91e3b7c64a28",
    material: "financeKey",
    description: "Encrypts invoices in every Region in which finance works",
    ageDays: 96,
    aliases: ["alias/finance-key"],
    tags: { Project: "finance", CostCenter: "2200" },
  },
  {
    ...oregon,
    ...symmetric,
    keyId: "e85a3d17-0f6c-4b92-8d41-5c07f2ab6e93",
    material: "unnamed",
    description: "Made for next year's finance reports",
    ageDays: 5,
    aliases: [],
  },
  {
    ...oregon,
    keySpec: "HMAC_256",
    keyUsage: "GENERATE_VERIFY_MAC",
    keyId: "3f7c92d5-1e48-4a6b-b3d0-7a95c8e21f64",
    material: "apiTokens",
    description: "Authenticates the session tokens of the API",
    ageDays: 61,
    aliases: ["alias/api-tokens"],
    tags: { Project: "api" },
  },
  {
    ...oregon,
    keySpec: "ECC_NIST_P256",
    keyUsage: "SIGN_VERIFY",
    keyId: "a94b6e02-7d35-4c81-9f2a-6d18e0b357c9",
    material: "codeSigning",
    description: "Signs firmware images",
    ageDays: 47,
    aliases: ["alias/code-signing"],
    tags: { Project: "firmware", CostCenter: "3105" },
  },
  {
    ...oregon,
    ...symmetric,
    keyId: "5d20e8fb-63a9-4e17-8c54-b0f1d96a7e32",
    material: "oldReports",
    description: "Encrypted the reports of past years",
    ageDays: 410,
    aliases: ["alias/old-reports"],
    tags: { Project: "finance" },
  },
  {
    ...oregon,
    ...symmetric,
    keyId: "f16a7b48-c90d-4528-a7e3-84d5063c1b9f",
    material: "legacyApp",
    description: "Belonged to an application that is no longer run",
    ageDays: 730,
    aliases: ["alias/legacy-app"],
  },
  {
    ...oregon,
    ...symmetric,
    keyId: "72e5c1d9-5b08-4f43-96ad-e3c70f8b2a15",
    material: "s3",
    description: "Default key that protects my S3 objects when no other key is defined",
    ageDays: 365,
    aliases: ["alias/aws/s3"],
    managedBy: "s3",
  },
  {
    ...oregon,
    ...symmetric,
    keyId: "b8034f6e-2c97-4da5-8e10-1f9b6d4c7a53",
    material: "ebs",
    description: "Default key that protects my EBS volumes when no other key is defined",
    ageDays: 388,
    aliases: ["alias/aws/ebs"],
    managedBy: "ebs",
  },
  {
    ...oregon,
    ...symmetric,
    keyId: "09d7e2a4-f651-4c3b-b87c-a25e10f9d846",
    material: "dynamodb",
    description: "Default key that protects my DynamoDB tables when no other key is defined",
    ageDays: 203,
    aliases: ["alias/aws/dynamodb"],
    managedBy: "dynamodb",
  },
  {
    ...frankfurt,
    ...rsa2048,
    keyId: "0987dcba-09fe-87dc-65ba-ab0987654321",
    material: "frankfurtApp",
    description: "Signs the releases of the new application in Europe",
    ageDays: 70,
    aliases: ["alias/new-app"],
    tags: { Project: "new-app", CostCenter: "4410" },
  },
  {
    ...frankfurt,
    ...symmetric,
    keyId: "d3c81a5f-9e24-4b70-a6f8-0c7d5e92b341",
    material: "frankfurtFinance",
    description: "Encrypts invoices in Europe",
    ageDays: 69,
    aliases: ["alias/finance-key"],
    tags: { Project: "finance", CostCenter: "2200" },
  },
  {
    ...singapore,
    ...rsa2048,
    keyId: "1a2b3c4d-5e6f-1a2b-3c4d-5e6f1a2b3c4d",
    material: "singaporeApp",
    description: "Signs the releases of the new application in Asia",
    ageDays: 58,
    aliases: ["alias/new-app"],
    tags: { Project: "new-app", CostCenter: "4410" },
  },
  {
    ...virginia,
    ...symmetric,
    keyId: "48f9b6d0-a3e7-4125-9b5c-d76e2f80c1a9",
    material: "virginiaFinance",
    description: "Encrypts invoices in the eastern United States",
    ageDays: 96,
    aliases: ["alias/finance-key"],
    tags: { Project: "finance", CostCenter: "2200" },
  },
  {
    ...partnerOregon,
    ...symmetric,
    keyId: "9ae41d73-6c5f-4802-bd96-f3280c5e7b1d",
    material: "partner",
    description: "Shared with the account of our customer",
    ageDays: 33,
    aliases: ["alias/ExampleAlias"],
    tags: { Project: "exchange" },
    sharedWith: sampleAccounts.home,
  },
];
