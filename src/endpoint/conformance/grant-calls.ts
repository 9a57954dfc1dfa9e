// Exports the conformance of the operations on grants.
import { expect } from "vitest";
import type { Conformance } from "./conformance.ts";
import { dryRun, grantToken, notByAlias, notDeleted, notDisabled, notFound } from "./key-refusals.ts";
import { account, createKey, missingKeyId, otherAccount, type Scene, signing } from "./scene.ts";

const bob = `arn:aws:iam::${account}:user/Bob`;
const carol = `arn:aws:iam::${account}:user/Carol`;
const allowed = { GranteePrincipal: bob, RetiringPrincipal: carol, Operations: ["Encrypt", "Decrypt"] as const };
const grantOf = (KeyId: string) => ({ ...allowed, Operations: [...allowed.Operations], KeyId });
const unknownGrantId = "0".repeat(64);
const everyState = "The operation works in every key state.";

interface SceneGrant {
  readonly KeyId: string;
  readonly GrantId: string;
  readonly GrantToken: string;
}

async function granted({ kms }: Scene): Promise<SceneGrant> {
  const { KeyId } = await createKey(kms);
  const { GrantId = "", GrantToken = "" } = await kms.createGrant(grantOf(KeyId));
  return { KeyId, GrantId, GrantToken };
}

export const grantCalls = {
  CreateGrant: {
    async works({ kms, at }) {
      const { KeyId, Arn } = await createKey(kms);
      const named = { ...grantOf(KeyId), Name: "conformance" };
      const first = await kms.createGrant(named);
      const again = await kms.createGrant(named);
      expect(first.GrantId).toMatch(/^[0-9a-f]{64}$/);
      expect(again.GrantId).toBe(first.GrantId);
      expect(again.GrantToken).not.toBe(first.GrantToken);
      const constrained = {
        KeyId,
        GranteePrincipal: `arn:aws:iam::${otherAccount}:root`,
        Operations: ["GenerateDataKey" as const],
        Constraints: { EncryptionContextSubset: { Department: "10103" } },
      };
      const { GrantToken = "" } = await kms.createGrant(constrained);
      const grantee = at("us-east-1", otherAccount);
      const request = { KeyId: Arn, KeySpec: "AES_256" as const, GrantTokens: [GrantToken] };
      const EncryptionContext = { Department: "10103", Project: "x" };
      expect(await grantee.generateDataKey({ ...request, EncryptionContext })).toMatchObject({ KeyId: Arn });
      await expect(grantee.generateDataKey(request)).rejects.toMatchObject({ name: "AccessDeniedException" });
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.createGrant(grantOf(KeyId))),
      ...notByAlias((kms, KeyId) => kms.createGrant(grantOf(KeyId))),
      ...notDisabled((kms, KeyId) => kms.createGrant(grantOf(KeyId))),
      ...notDeleted((kms, KeyId) => kms.createGrant(grantOf(KeyId))),
      ...dryRun((kms, KeyId, options) => kms.createGrant({ ...grantOf(KeyId), ...options })),
      ...grantToken((kms, KeyId, options) => kms.createGrant({ ...grantOf(KeyId), ...options })),
      ValidationException: async ({ kms }) => kms.createGrant(grantOf((await createKey(kms, signing)).KeyId)),
    },
    excused: { LimitExceededException: "It takes 50,000 grants; the quota has a test of the engine." },
  },

  ListGrants: {
    async works({ kms }) {
      const { KeyId, Arn } = await createKey(kms);
      const Constraints = { EncryptionContextEquals: { Department: "10103" } };
      for (const Name of ["a", "b", "c"]) await kms.createGrant({ ...grantOf(KeyId), Name, Constraints });
      const first = await kms.listGrants({ KeyId, Limit: 2 });
      const second = await kms.listGrants({ KeyId, Limit: 2, Marker: first.NextMarker });
      expect([first.Truncated, second.Truncated]).toEqual([true, false]);
      const grants = [...(first.Grants ?? []), ...(second.Grants ?? [])];
      expect(grants.map(({ Name }) => Name).sort()).toEqual(["a", "b", "c"]);
      expect(grants[0]).toMatchObject({
        KeyId: Arn,
        GranteePrincipal: bob,
        RetiringPrincipal: carol,
        IssuingAccount: `arn:aws:iam::${account}:root`,
        Operations: allowed.Operations,
        Constraints,
        CreationDate: expect.any(Date),
      });
      const { Grants } = await kms.listGrants({ KeyId, GrantId: grants[1]?.GrantId });
      expect(Grants).toEqual([grants[1]]);
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.listGrants({ KeyId })),
      ...notByAlias((kms, KeyId) => kms.listGrants({ KeyId })),
      InvalidMarkerException: async ({ kms }) => kms.listGrants({ ...(await createKey(kms)), Marker: "nowhere" }),
      InvalidGrantIdException: async ({ kms }) => kms.listGrants({ ...(await createKey(kms)), GrantId: "none" }),
    },
    excused: { KMSInvalidStateException: everyState },
  },

  ListRetirableGrants: {
    async works(scene) {
      const [one, two] = [await granted(scene), await granted(scene)];
      const { Grants, Truncated } = await scene.kms.listRetirableGrants({ RetiringPrincipal: carol });
      expect(Truncated).toBe(false);
      expect(Grants?.map(({ GrantId }) => GrantId).sort()).toEqual([one.GrantId, two.GrantId].sort());
      expect((await scene.kms.listRetirableGrants({ RetiringPrincipal: bob })).Grants).toEqual([]);
    },
    refuses: {
      InvalidMarkerException: ({ kms }) => kms.listRetirableGrants({ RetiringPrincipal: carol, Marker: "nowhere" }),
      InvalidArnException: ({ kms }) => kms.listRetirableGrants({ RetiringPrincipal: "carol" }),
    },
    excused: { NotFoundException: "A principal without grants has an empty list." },
  },

  RetireGrant: {
    async works(scene) {
      const { kms } = scene;
      const [byToken, byId] = [await granted(scene), await granted(scene)];
      await kms.retireGrant({ GrantToken: byToken.GrantToken });
      const { Arn } = (await kms.describeKey({ KeyId: byId.KeyId })).KeyMetadata ?? {};
      await kms.retireGrant({ KeyId: Arn, GrantId: byId.GrantId });
      expect((await kms.listRetirableGrants({ RetiringPrincipal: carol })).Grants).toEqual([]);
    },
    refuses: {
      NotFoundException: ({ kms }) => kms.retireGrant({ KeyId: missingKeyId, GrantId: unknownGrantId }),
      InvalidArnException: ({ kms }) => kms.retireGrant({ KeyId: "alias/any", GrantId: unknownGrantId }),
      InvalidGrantTokenException: ({ kms }) => kms.retireGrant({ GrantToken: "no-grant-token" }),
      InvalidGrantIdException: async ({ kms }) => kms.retireGrant({ ...(await createKey(kms)), GrantId: "none" }),
      DryRunOperationException: async (scene) =>
        scene.kms.retireGrant({ GrantToken: (await granted(scene)).GrantToken, DryRun: true }),
    },
    excused: { KMSInvalidStateException: everyState },
  },

  RevokeGrant: {
    async works(scene) {
      const { KeyId, GrantId } = await granted(scene);
      await scene.kms.revokeGrant({ KeyId, GrantId });
      expect((await scene.kms.listGrants({ KeyId })).Grants).toEqual([]);
    },
    refuses: {
      ...notFound((kms, KeyId) => kms.revokeGrant({ KeyId, GrantId: unknownGrantId })),
      ...notByAlias((kms, KeyId) => kms.revokeGrant({ KeyId, GrantId: unknownGrantId })),
      InvalidGrantIdException: async ({ kms }) => kms.revokeGrant({ ...(await createKey(kms)), GrantId: "none" }),
      DryRunOperationException: async (scene) => scene.kms.revokeGrant({ ...(await granted(scene)), DryRun: true }),
    },
    excused: { KMSInvalidStateException: everyState },
  },
} satisfies Readonly<Record<string, Conformance>>;
