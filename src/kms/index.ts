// The engine's only front door.
export { KmsError, type KmsErrorCode } from "./contract/kms-error.ts";
export type { Member, Members, OperationContract, Shape } from "./contract/shape.ts";
export { enums, operations as contract, shapes } from "./contract/shapes.gen.ts";
export type * from "./contract/types.gen.ts";
export { adopt as adoptMaterial } from "./crypto/adopt.ts";
export type { Cryptography, MaterialRef } from "./crypto/cryptography.ts";
export type { Call, Caller } from "./dispatch/call.ts";
export type { SandboxRequest } from "./dispatch/change-sandbox.ts";
export { createEngine, type Engine } from "./dispatch/engine.ts";
export { type MaterialChange, type Ports, StaleWorldError, StorageError } from "./dispatch/ports.ts";
export {
  accountIdPattern,
  clockOffset,
  createAccount,
  enableRegion,
  findAccount,
  isEnabledRegion,
  latestTime,
  listAccounts,
} from "./model/account.ts";
export {
  aliasNamesOf,
  aliasPrefix,
  creationRefusal,
  displayAlias,
  findAlias,
  isReservedAlias,
  predefinedAliasNames,
  retargetRefusal,
} from "./model/alias.ts";
export { aliasArn, type KeyIdentifier, keyArn, parseKeyIdentifier, rootArn } from "./model/arn.ts";
export { artefactLimit, artefactProblem, type NewArtefact } from "./model/artefact.ts";
export { explainKeyId, type ResolutionStep, type ResolutionStepName } from "./model/explain-key-id.ts";
export { requireValidGrant } from "./model/grant-request.ts";
export { wrappingRefusal } from "./model/import-parameters.ts";
export { countCustomerKeys, findKey, newKey, newKeyId, scanKeys } from "./model/key.ts";
export { hasItsMaterials, isPermanent, isPresent, materialsOf } from "./model/key-material.ts";
export {
  algorithmsOf,
  type KeySpecFacts,
  type KeyType,
  keySpecFacts,
  keySpecs,
  unavailableReason,
} from "./model/key-spec.ts";
export { stateRefusal } from "./model/key-state.ts";
export { requireAcceptable, userOfCluster } from "./model/key-store-settings.ts";
export { usageRefusal } from "./model/key-usage.ts";
export { isPrimary, relatedKeys } from "./model/multi-region.ts";
export { quotas } from "./model/quota.ts";
export { defaultRegions, findRegion, type Region, type RegionGroup, regions } from "./model/region.ts";
export { scheduleFrom } from "./model/rotation.ts";
export { tagsOf } from "./model/tag.ts";
export { awsManagedKeyPolicy, defaultKeyPolicy } from "./policy/key-policy.ts";
export type { Change, Commit, Diff } from "./state/diff.ts";
export {
  afterAll,
  endOf,
  keyMaterialId,
  type Place,
  partOfKeyId,
  placePrefix,
  recordId,
  settingsId,
  tagId,
} from "./state/id.ts";
export type {
  AccountRecord,
  AliasRecord,
  ArtefactRecord,
  CustomKeyStoreRecord,
  GrantRecord,
  ImportParametersRecord,
  KeyMaterialRecord,
  KeyPolicyRecord,
  KeyRecord,
  Records,
  SettingsRecord,
  TableName,
  TagRecord,
} from "./state/records.ts";
export { tableNames } from "./state/records.ts";
export type { Table } from "./state/table.ts";
export { applyDiff, dueEntry, emptyWorld, type World, WorldDraft } from "./state/world.ts";
export type { SandboxChange, SandboxEvent, TrailEvent, TrailResource } from "./trail/event.ts";
export { type KeyUse, newerUse, noteKeyUses } from "./trail/key-use.ts";
