// CreateCustomKeyStore: a custom key store in front of an AWS CloudHSM cluster or of an external key store proxy. It begins
// disconnected.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { CreateCustomKeyStoreOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { keyStoresOf } from "#kms/model/custom-key-store.ts";
import {
  requireAcceptable,
  requireComplete,
  requireOfType,
  userOfCluster,
  withSettings,
} from "#kms/model/key-store-settings.ts";
import { quotaRefusal, quotas } from "#kms/model/quota.ts";
import { recordId } from "#kms/state/id.ts";
import { encodeHex } from "#lib/bytes.ts";

export const createCustomKeyStore: Operation<"CreateCustomKeyStore"> = {
  access: "write",
  resolve(
    { CustomKeyStoreName: name, CustomKeyStoreType: type = "AWS_CLOUDHSM", ...settings },
    { caller: { account, region }, world, draft, now, random },
  ) {
    return {
      requires: [{ action: "CreateCustomKeyStore", on: "any" }],
      run(): CreateCustomKeyStoreOutput {
        requireOfType(type, settings);
        requireComplete(type, settings);
        const customKeyStoreId = `cks-${encodeHex(random(9)).slice(1)}`;
        const empty = { account, region, customKeyStoreId, name, type, creationDate: now } as const;
        const store = withSettings({ ...empty, connectionState: "DISCONNECTED" }, settings);
        const { length } = keyStoresOf(world, store);
        const full = quotaRefusal("Custom key stores", quotas.customKeyStores, length);
        if (full) throw full;
        if (type === "AWS_CLOUDHSM" && userOfCluster(world, store))
          throw new KmsError(
            "CloudHsmClusterInUseException",
            `The CloudHSM cluster ${store.cloudHsmClusterId} is already in use by another custom key store.`,
          );
        requireAcceptable(world, store);
        draft.put("customKeyStores", recordId(store, customKeyStoreId), store);
        return { CustomKeyStoreId: customKeyStoreId };
      },
    };
  },
};
