// Exports what code in the playground gets for "@aws-sdk/client-kms": the real module, its clients with one difference. In
// Node the SDK takes the Region and credentials that a client is not given from the environment; its build for browsers has
// no environment and fails. Here the clients take them from the playground's. Nothing else is touched: the SDK signs,
// retries and fetches as it always does.
import { type KMSClientConfig, KMS as SdkKms, KMSClient as SdkKmsClient } from "@aws-sdk/client-kms";
import { environmentConfig } from "./environment.ts";

// biome-ignore lint/performance/noBarrelFile: it stands for the module, to the bundler too
// biome-ignore lint/performance/noReExportAll: all of the module is handed out, and the two below take the place of theirs
export * from "@aws-sdk/client-kms";

function withEnvironment(config: KMSClientConfig = {}): KMSClientConfig {
  const { region, credentials } = environmentConfig();
  return { ...config, region: config.region ?? region, credentials: config.credentials ?? credentials };
}

export class KMSClient extends SdkKmsClient {
  constructor(...[config]: [KMSClientConfig?]) {
    super(withEnvironment(config));
  }
}

export class KMS extends SdkKms {
  constructor(...[config]: [KMSClientConfig?]) {
    super(withEnvironment(config));
  }
}
