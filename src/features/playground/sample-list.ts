// Exports the samples of the playground by name; their code is in sample-codes.ts.

interface Sample {
  /** As the URL names it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export const samples = [
  {
    id: "encrypt",
    title: "Encrypt and decrypt through an alias",
    description: "The Region picker decides which key alias/finance-key means.",
  },
  {
    id: "signer",
    title: "Sign in three Regions",
    description: "alias/new-app exists in us-west-2, eu-central-1 and ap-southeast-1.",
  },
  {
    id: "envelope",
    title: "Envelope encryption",
    description: "GenerateDataKey, then AES-GCM with WebCrypto.",
  },
  {
    id: "encryption-sdk",
    title: "AWS Encryption SDK in two Regions",
    description: "A keyring of alias ARNs, opened by key ARN and by discovery.",
  },
  {
    id: "verifier",
    title: "A verifier and a retarget",
    description: "Why verifying through an alias breaks, and three ways to mend it.",
  },
] as const satisfies readonly Sample[];

export type SampleId = (typeof samples)[number]["id"];
