// Exports the names of the packages that code in the playground can import.

export const availableModules = ["@aws-sdk/client-kms", "@aws-crypto/client-browser", "buffer"] as const;
