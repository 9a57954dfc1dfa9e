// Exports the conformance of the operations on key policies and tags.
import { expect } from "vitest";
import type { Conformance } from "./conformance.ts";
import { notByAlias, notDeleted, notFound } from "./key-refusals.ts";
import { account, createKey, homeRegion, otherAccount } from "./scene.ts";

const policyOf = (principal: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: "kms:*", Resource: "*" }],
  });
const tag = { TagKey: "Purpose", TagValue: "Test" };
const everyState = "The operation works in every key state.";

export const policyAndTagCalls = {
  PutKeyPolicy: {
    async works({ kms, at }) {
      const { KeyId, Arn } = await createKey(kms);
      const Policy = JSON.stringify({
        Statement: [account, otherAccount].map((one) => ({
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${one}:root` },
          Action: "kms:*",
          Resource: "*",
        })),
      });
      const other = at(homeRegion, otherAccount);
      await expect(other.describeKey({ KeyId: Arn })).rejects.toMatchObject({ name: "AccessDeniedException" });
      await kms.putKeyPolicy({ KeyId, Policy });
      expect(await kms.getKeyPolicy({ KeyId })).toMatchObject({ Policy, PolicyName: "default" });
      expect((await other.describeKey({ KeyId: Arn })).KeyMetadata).toMatchObject({ Arn });
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.putKeyPolicy({ KeyId, Policy: policyOf("*") })),
      ...notByAlias((kms, KeyId) => kms.putKeyPolicy({ KeyId, Policy: policyOf("*") })),
      MalformedPolicyDocumentException: async ({ kms }) =>
        kms.putKeyPolicy({ ...(await createKey(kms)), Policy: policyOf(`arn:aws:iam::${otherAccount}:root`) }),
      LimitExceededException: async ({ kms }) =>
        kms.putKeyPolicy({ ...(await createKey(kms)), Policy: policyOf("*".padEnd(40_000)) }),
    },
    excused: {
      UnsupportedOperationException: "No key that a caller may change refuses a policy.",
      KMSInvalidStateException: everyState,
    },
  },

  GetKeyPolicy: {
    async works({ kms }) {
      const { Policy = "" } = await kms.getKeyPolicy({ ...(await createKey(kms)) });
      expect(JSON.parse(Policy)).toMatchObject({
        Id: "key-default-1",
        Statement: [{ Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*" }],
      });
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.getKeyPolicy({ KeyId })),
      ...notByAlias((kms, KeyId) => kms.getKeyPolicy({ KeyId })),
    },
    excused: { KMSInvalidStateException: everyState },
  },

  ListKeyPolicies: {
    async works({ kms }) {
      expect(await kms.listKeyPolicies({ ...(await createKey(kms)) })).toMatchObject({
        PolicyNames: ["default"],
        Truncated: false,
      });
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.listKeyPolicies({ KeyId })),
      ...notByAlias((kms, KeyId) => kms.listKeyPolicies({ KeyId })),
    },
    excused: { KMSInvalidStateException: everyState },
  },

  TagResource: {
    async works({ kms }) {
      const { KeyId } = await createKey(kms);
      await kms.tagResource({ KeyId, Tags: [{ ...tag, TagValue: "old" }] });
      await kms.tagResource({ KeyId, Tags: [tag, { TagKey: "ü", TagValue: "" }] });
      expect((await kms.listResourceTags({ KeyId })).Tags).toEqual([tag, { TagKey: "ü", TagValue: "" }]);
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.tagResource({ KeyId, Tags: [tag] })),
      ...notByAlias((kms, KeyId) => kms.tagResource({ KeyId, Tags: [tag] })),
      ...notDeleted((kms, KeyId) => kms.tagResource({ KeyId, Tags: [tag] })),
      TagException: async ({ kms }) => kms.tagResource({ ...(await createKey(kms)), Tags: [tag, tag] }),
    },
    excused: { LimitExceededException: "The 51st tag is refused with TagException, as recorded." },
  },

  UntagResource: {
    async works({ kms }) {
      const { KeyId } = await createKey(kms, { Tags: [tag] });
      await kms.untagResource({ KeyId, TagKeys: ["Purpose", "absent"] });
      expect((await kms.listResourceTags({ KeyId })).Tags).toEqual([]);
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.untagResource({ KeyId, TagKeys: ["a"] })),
      ...notByAlias((kms, KeyId) => kms.untagResource({ KeyId, TagKeys: ["a"] })),
      ...notDeleted((kms, KeyId) => kms.untagResource({ KeyId, TagKeys: ["a"] })),
    },
    excused: { TagException: "Tag keys that the key does not have are passed over." },
  },

  ListResourceTags: {
    async works({ kms }) {
      const Tags = ["a", "b", "c"].map((TagKey) => ({ TagKey, TagValue: "" }));
      const { KeyId } = await createKey(kms, { Tags });
      const first = await kms.listResourceTags({ KeyId, Limit: 2 });
      const second = await kms.listResourceTags({ KeyId, Limit: 2, Marker: first.NextMarker });
      expect([first.Truncated, second.Truncated]).toEqual([true, false]);
      expect([...(first.Tags ?? []), ...(second.Tags ?? [])]).toEqual(Tags);
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.listResourceTags({ KeyId })),
      ...notByAlias((kms, KeyId) => kms.listResourceTags({ KeyId })),
      InvalidMarkerException: async ({ kms }) => kms.listResourceTags({ ...(await createKey(kms)), Marker: "nowhere" }),
    },
  },
} satisfies Readonly<Record<string, Conformance>>;
