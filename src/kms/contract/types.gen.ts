// Generated from kms-model.json by `npm run contract`. Do not edit.

import type { enums } from './shapes.gen.ts';

export type AlgorithmSpec = (typeof enums.AlgorithmSpec)[number];
export type ConnectionErrorCodeType = (typeof enums.ConnectionErrorCodeType)[number];
export type ConnectionStateType = (typeof enums.ConnectionStateType)[number];
export type CustomKeyStoreType = (typeof enums.CustomKeyStoreType)[number];
export type CustomerMasterKeySpec = (typeof enums.CustomerMasterKeySpec)[number];
export type DataKeyPairSpec = (typeof enums.DataKeyPairSpec)[number];
export type DataKeySpec = (typeof enums.DataKeySpec)[number];
export type DryRunModifierType = (typeof enums.DryRunModifierType)[number];
export type EncryptionAlgorithmSpec = (typeof enums.EncryptionAlgorithmSpec)[number];
export type ExpirationModelType = (typeof enums.ExpirationModelType)[number];
export type GrantOperation = (typeof enums.GrantOperation)[number];
export type ImportState = (typeof enums.ImportState)[number];
export type ImportType = (typeof enums.ImportType)[number];
export type IncludeKeyMaterial = (typeof enums.IncludeKeyMaterial)[number];
export type KeyAgreementAlgorithmSpec = (typeof enums.KeyAgreementAlgorithmSpec)[number];
export type KeyEncryptionMechanism = (typeof enums.KeyEncryptionMechanism)[number];
export type KeyLastUsageTrackingOperation = (typeof enums.KeyLastUsageTrackingOperation)[number];
export type KeyManagerType = (typeof enums.KeyManagerType)[number];
export type KeyMaterialState = (typeof enums.KeyMaterialState)[number];
export type KeySpec = (typeof enums.KeySpec)[number];
export type KeyState = (typeof enums.KeyState)[number];
export type KeyUsageType = (typeof enums.KeyUsageType)[number];
export type MacAlgorithmSpec = (typeof enums.MacAlgorithmSpec)[number];
export type MessageType = (typeof enums.MessageType)[number];
export type MultiRegionKeyType = (typeof enums.MultiRegionKeyType)[number];
export type OriginType = (typeof enums.OriginType)[number];
export type RotationType = (typeof enums.RotationType)[number];
export type SigningAlgorithmSpec = (typeof enums.SigningAlgorithmSpec)[number];
export type WrappingKeySpec = (typeof enums.WrappingKeySpec)[number];
export type XksProxyConnectivityType = (typeof enums.XksProxyConnectivityType)[number];
export type EncapsulationAlgorithmSpec = (typeof enums.EncapsulationAlgorithmSpec)[number];

export interface AliasListEntry {
  readonly AliasName?: string;
  readonly AliasArn?: string;
  readonly TargetKeyId?: string;
  readonly CreationDate?: number;
  readonly LastUpdatedDate?: number;
}

export interface CustomKeyStoresListEntry {
  readonly CustomKeyStoreId?: string;
  readonly CustomKeyStoreName?: string;
  readonly CloudHsmClusterId?: string;
  readonly TrustAnchorCertificate?: string;
  readonly ConnectionState?: ConnectionStateType;
  readonly ConnectionErrorCode?: ConnectionErrorCodeType;
  readonly CreationDate?: number;
  readonly CustomKeyStoreType?: CustomKeyStoreType;
  readonly XksProxyConfiguration?: XksProxyConfigurationType;
}

export interface GrantConstraints {
  readonly EncryptionContextSubset?: Readonly<Record<string, string>>;
  readonly EncryptionContextEquals?: Readonly<Record<string, string>>;
  readonly SourceArn?: string;
}

export interface GrantListEntry {
  readonly KeyId?: string;
  readonly GrantId?: string;
  readonly Name?: string;
  readonly CreationDate?: number;
  readonly GranteePrincipal?: string;
  readonly RetiringPrincipal?: string;
  readonly IssuingAccount?: string;
  readonly Operations?: readonly GrantOperation[];
  readonly Constraints?: GrantConstraints;
  readonly GranteeServicePrincipal?: string;
  readonly RetiringServicePrincipal?: string;
}

export interface KeyLastUsageData {
  readonly Operation?: KeyLastUsageTrackingOperation;
  readonly Timestamp?: number;
  readonly CloudTrailEventId?: string;
  readonly KmsRequestId?: string;
}

export interface KeyListEntry {
  readonly KeyId?: string;
  readonly KeyArn?: string;
}

export interface KeyMetadata {
  readonly AWSAccountId?: string;
  readonly KeyId: string;
  readonly Arn?: string;
  readonly CreationDate?: number;
  readonly Enabled?: boolean;
  readonly Description?: string;
  readonly KeyUsage?: KeyUsageType;
  readonly KeyState?: KeyState;
  readonly DeletionDate?: number;
  readonly ValidTo?: number;
  readonly Origin?: OriginType;
  readonly CustomKeyStoreId?: string;
  readonly CloudHsmClusterId?: string;
  readonly ExpirationModel?: ExpirationModelType;
  readonly KeyManager?: KeyManagerType;
  readonly CustomerMasterKeySpec?: CustomerMasterKeySpec;
  readonly KeySpec?: KeySpec;
  readonly EncryptionAlgorithms?: readonly EncryptionAlgorithmSpec[];
  readonly SigningAlgorithms?: readonly SigningAlgorithmSpec[];
  readonly KeyAgreementAlgorithms?: readonly KeyAgreementAlgorithmSpec[];
  readonly MultiRegion?: boolean;
  readonly MultiRegionConfiguration?: MultiRegionConfiguration;
  readonly PendingDeletionWindowInDays?: number;
  readonly MacAlgorithms?: readonly MacAlgorithmSpec[];
  readonly XksKeyConfiguration?: XksKeyConfigurationType;
  readonly CurrentKeyMaterialId?: string;
  readonly EncapsulationAlgorithms?: readonly EncapsulationAlgorithmSpec[];
}

export interface MultiRegionConfiguration {
  readonly MultiRegionKeyType?: MultiRegionKeyType;
  readonly PrimaryKey?: MultiRegionKey;
  readonly ReplicaKeys?: readonly MultiRegionKey[];
}

export interface MultiRegionKey {
  readonly Arn?: string;
  readonly Region?: string;
}

export interface RecipientInfo {
  readonly KeyEncryptionAlgorithm?: KeyEncryptionMechanism;
  readonly AttestationDocument?: Uint8Array;
}

export interface RotationsListEntry {
  readonly KeyId?: string;
  readonly KeyMaterialId?: string;
  readonly KeyMaterialDescription?: string;
  readonly ImportState?: ImportState;
  readonly KeyMaterialState?: KeyMaterialState;
  readonly ExpirationModel?: ExpirationModelType;
  readonly ValidTo?: number;
  readonly RotationDate?: number;
  readonly RotationType?: RotationType;
}

export interface Tag {
  readonly TagKey: string;
  readonly TagValue: string;
}

export interface XksKeyConfigurationType {
  readonly Id?: string;
}

export interface XksProxyAuthenticationCredentialType {
  readonly AccessKeyId: string;
  readonly RawSecretAccessKey: string;
}

export interface XksProxyConfigurationType {
  readonly Connectivity?: XksProxyConnectivityType;
  readonly AccessKeyId?: string;
  readonly UriEndpoint?: string;
  readonly UriPath?: string;
  readonly VpcEndpointServiceName?: string;
  readonly VpcEndpointServiceOwner?: string;
}

export interface CancelKeyDeletionInput {
  readonly KeyId: string;
}

export interface CancelKeyDeletionOutput {
  readonly KeyId?: string;
}

export interface ConnectCustomKeyStoreInput {
  readonly CustomKeyStoreId: string;
}

export type ConnectCustomKeyStoreOutput = Readonly<Record<string, never>>;

export interface CreateAliasInput {
  readonly AliasName: string;
  readonly TargetKeyId: string;
}

export interface CreateCustomKeyStoreInput {
  readonly CustomKeyStoreName: string;
  readonly CloudHsmClusterId?: string;
  readonly TrustAnchorCertificate?: string;
  readonly KeyStorePassword?: string;
  readonly CustomKeyStoreType?: CustomKeyStoreType;
  readonly XksProxyUriEndpoint?: string;
  readonly XksProxyUriPath?: string;
  readonly XksProxyVpcEndpointServiceName?: string;
  readonly XksProxyVpcEndpointServiceOwner?: string;
  readonly XksProxyAuthenticationCredential?: XksProxyAuthenticationCredentialType;
  readonly XksProxyConnectivity?: XksProxyConnectivityType;
}

export interface CreateCustomKeyStoreOutput {
  readonly CustomKeyStoreId?: string;
}

export interface CreateGrantInput {
  readonly KeyId: string;
  readonly GranteePrincipal?: string;
  readonly RetiringPrincipal?: string;
  readonly Operations: readonly GrantOperation[];
  readonly Constraints?: GrantConstraints;
  readonly GrantTokens?: readonly string[];
  readonly Name?: string;
  readonly DryRun?: boolean;
  readonly GranteeServicePrincipal?: string;
  readonly RetiringServicePrincipal?: string;
}

export interface CreateGrantOutput {
  readonly GrantToken?: string;
  readonly GrantId?: string;
}

export interface CreateKeyInput {
  readonly Policy?: string;
  readonly Description?: string;
  readonly KeyUsage?: KeyUsageType;
  readonly CustomerMasterKeySpec?: CustomerMasterKeySpec;
  readonly KeySpec?: KeySpec;
  readonly Origin?: OriginType;
  readonly CustomKeyStoreId?: string;
  readonly BypassPolicyLockoutSafetyCheck?: boolean;
  readonly Tags?: readonly Tag[];
  readonly MultiRegion?: boolean;
  readonly XksKeyId?: string;
}

export interface CreateKeyOutput {
  readonly KeyMetadata?: KeyMetadata;
}

export interface DecapsulateInput {
  readonly KeyId: string;
  readonly SharedSecretCiphertextBlob: Uint8Array;
  readonly EncapsulationAlgorithm: EncapsulationAlgorithmSpec;
  readonly GrantTokens?: readonly string[];
  readonly DryRun?: boolean;
}

export interface DecapsulateOutput {
  readonly KeyId?: string;
  readonly SharedSecret?: Uint8Array;
  readonly EncapsulationAlgorithm?: EncapsulationAlgorithmSpec;
}

export interface DecryptInput {
  readonly CiphertextBlob?: Uint8Array;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
  readonly GrantTokens?: readonly string[];
  readonly KeyId?: string;
  readonly EncryptionAlgorithm?: EncryptionAlgorithmSpec;
  readonly Recipient?: RecipientInfo;
  readonly DryRun?: boolean;
  readonly DryRunModifiers?: readonly DryRunModifierType[];
}

export interface DecryptOutput {
  readonly KeyId?: string;
  readonly Plaintext?: Uint8Array;
  readonly EncryptionAlgorithm?: EncryptionAlgorithmSpec;
  readonly CiphertextForRecipient?: Uint8Array;
  readonly KeyMaterialId?: string;
}

export interface DeleteAliasInput {
  readonly AliasName: string;
}

export interface DeleteCustomKeyStoreInput {
  readonly CustomKeyStoreId: string;
}

export type DeleteCustomKeyStoreOutput = Readonly<Record<string, never>>;

export interface DeleteImportedKeyMaterialInput {
  readonly KeyId: string;
  readonly KeyMaterialId?: string;
}

export interface DeleteImportedKeyMaterialOutput {
  readonly KeyId?: string;
  readonly KeyMaterialId?: string;
}

export interface DeriveSharedSecretInput {
  readonly KeyId: string;
  readonly KeyAgreementAlgorithm: KeyAgreementAlgorithmSpec;
  readonly PublicKey: Uint8Array;
  readonly GrantTokens?: readonly string[];
  readonly DryRun?: boolean;
  readonly Recipient?: RecipientInfo;
}

export interface DeriveSharedSecretOutput {
  readonly KeyId?: string;
  readonly SharedSecret?: Uint8Array;
  readonly CiphertextForRecipient?: Uint8Array;
  readonly KeyAgreementAlgorithm?: KeyAgreementAlgorithmSpec;
  readonly KeyOrigin?: OriginType;
}

export interface DescribeCustomKeyStoresInput {
  readonly CustomKeyStoreId?: string;
  readonly CustomKeyStoreName?: string;
  readonly Limit?: number;
  readonly Marker?: string;
}

export interface DescribeCustomKeyStoresOutput {
  readonly CustomKeyStores?: readonly CustomKeyStoresListEntry[];
  readonly NextMarker?: string;
  readonly Truncated?: boolean;
}

export interface DescribeKeyInput {
  readonly KeyId: string;
  readonly GrantTokens?: readonly string[];
}

export interface DescribeKeyOutput {
  readonly KeyMetadata?: KeyMetadata;
}

export interface DisableKeyInput {
  readonly KeyId: string;
}

export interface DisableKeyRotationInput {
  readonly KeyId: string;
}

export interface DisconnectCustomKeyStoreInput {
  readonly CustomKeyStoreId: string;
}

export type DisconnectCustomKeyStoreOutput = Readonly<Record<string, never>>;

export interface EnableKeyInput {
  readonly KeyId: string;
}

export interface EnableKeyRotationInput {
  readonly KeyId: string;
  readonly RotationPeriodInDays?: number;
}

export interface EncapsulateInput {
  readonly KeyId: string;
  readonly EncapsulationAlgorithm: EncapsulationAlgorithmSpec;
  readonly GrantTokens?: readonly string[];
  readonly DryRun?: boolean;
}

export interface EncapsulateOutput {
  readonly KeyId?: string;
  readonly SharedSecret?: Uint8Array;
  readonly SharedSecretCiphertextBlob?: Uint8Array;
  readonly EncapsulationAlgorithm?: EncapsulationAlgorithmSpec;
}

export interface EncryptInput {
  readonly KeyId: string;
  readonly Plaintext: Uint8Array;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
  readonly GrantTokens?: readonly string[];
  readonly EncryptionAlgorithm?: EncryptionAlgorithmSpec;
  readonly DryRun?: boolean;
}

export interface EncryptOutput {
  readonly CiphertextBlob?: Uint8Array;
  readonly KeyId?: string;
  readonly EncryptionAlgorithm?: EncryptionAlgorithmSpec;
}

export interface GenerateDataKeyInput {
  readonly KeyId: string;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
  readonly NumberOfBytes?: number;
  readonly KeySpec?: DataKeySpec;
  readonly GrantTokens?: readonly string[];
  readonly Recipient?: RecipientInfo;
  readonly DryRun?: boolean;
}

export interface GenerateDataKeyOutput {
  readonly CiphertextBlob?: Uint8Array;
  readonly Plaintext?: Uint8Array;
  readonly KeyId?: string;
  readonly CiphertextForRecipient?: Uint8Array;
  readonly KeyMaterialId?: string;
}

export interface GenerateDataKeyPairInput {
  readonly EncryptionContext?: Readonly<Record<string, string>>;
  readonly KeyId: string;
  readonly KeyPairSpec: DataKeyPairSpec;
  readonly GrantTokens?: readonly string[];
  readonly Recipient?: RecipientInfo;
  readonly DryRun?: boolean;
}

export interface GenerateDataKeyPairOutput {
  readonly PrivateKeyCiphertextBlob?: Uint8Array;
  readonly PrivateKeyPlaintext?: Uint8Array;
  readonly PublicKey?: Uint8Array;
  readonly KeyId?: string;
  readonly KeyPairSpec?: DataKeyPairSpec;
  readonly CiphertextForRecipient?: Uint8Array;
  readonly KeyMaterialId?: string;
}

export interface GenerateDataKeyPairWithoutPlaintextInput {
  readonly EncryptionContext?: Readonly<Record<string, string>>;
  readonly KeyId: string;
  readonly KeyPairSpec: DataKeyPairSpec;
  readonly GrantTokens?: readonly string[];
  readonly DryRun?: boolean;
}

export interface GenerateDataKeyPairWithoutPlaintextOutput {
  readonly PrivateKeyCiphertextBlob?: Uint8Array;
  readonly PublicKey?: Uint8Array;
  readonly KeyId?: string;
  readonly KeyPairSpec?: DataKeyPairSpec;
  readonly KeyMaterialId?: string;
}

export interface GenerateDataKeyWithoutPlaintextInput {
  readonly KeyId: string;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
  readonly KeySpec?: DataKeySpec;
  readonly NumberOfBytes?: number;
  readonly GrantTokens?: readonly string[];
  readonly DryRun?: boolean;
}

export interface GenerateDataKeyWithoutPlaintextOutput {
  readonly CiphertextBlob?: Uint8Array;
  readonly KeyId?: string;
  readonly KeyMaterialId?: string;
}

export interface GenerateMacInput {
  readonly Message: Uint8Array;
  readonly KeyId: string;
  readonly MacAlgorithm: MacAlgorithmSpec;
  readonly GrantTokens?: readonly string[];
  readonly DryRun?: boolean;
}

export interface GenerateMacOutput {
  readonly Mac?: Uint8Array;
  readonly MacAlgorithm?: MacAlgorithmSpec;
  readonly KeyId?: string;
}

export interface GenerateRandomInput {
  readonly NumberOfBytes?: number;
  readonly CustomKeyStoreId?: string;
  readonly Recipient?: RecipientInfo;
}

export interface GenerateRandomOutput {
  readonly Plaintext?: Uint8Array;
  readonly CiphertextForRecipient?: Uint8Array;
}

export interface GetKeyLastUsageInput {
  readonly KeyId: string;
}

export interface GetKeyLastUsageOutput {
  readonly KeyId?: string;
  readonly KeyLastUsage?: KeyLastUsageData;
  readonly TrackingStartDate?: number;
  readonly KeyCreationDate?: number;
}

export interface GetKeyPolicyInput {
  readonly KeyId: string;
  readonly PolicyName?: string;
}

export interface GetKeyPolicyOutput {
  readonly Policy?: string;
  readonly PolicyName?: string;
}

export interface GetKeyRotationStatusInput {
  readonly KeyId: string;
}

export interface GetKeyRotationStatusOutput {
  readonly KeyRotationEnabled?: boolean;
  readonly KeyId?: string;
  readonly RotationPeriodInDays?: number;
  readonly NextRotationDate?: number;
  readonly OnDemandRotationStartDate?: number;
}

export interface GetParametersForImportInput {
  readonly KeyId: string;
  readonly WrappingAlgorithm: AlgorithmSpec;
  readonly WrappingKeySpec: WrappingKeySpec;
}

export interface GetParametersForImportOutput {
  readonly KeyId?: string;
  readonly ImportToken?: Uint8Array;
  readonly PublicKey?: Uint8Array;
  readonly ParametersValidTo?: number;
}

export interface GetPublicKeyInput {
  readonly KeyId: string;
  readonly GrantTokens?: readonly string[];
}

export interface GetPublicKeyOutput {
  readonly KeyId?: string;
  readonly PublicKey?: Uint8Array;
  readonly CustomerMasterKeySpec?: CustomerMasterKeySpec;
  readonly KeySpec?: KeySpec;
  readonly KeyUsage?: KeyUsageType;
  readonly EncryptionAlgorithms?: readonly EncryptionAlgorithmSpec[];
  readonly SigningAlgorithms?: readonly SigningAlgorithmSpec[];
  readonly KeyAgreementAlgorithms?: readonly KeyAgreementAlgorithmSpec[];
  readonly EncapsulationAlgorithms?: readonly EncapsulationAlgorithmSpec[];
}

export interface ImportKeyMaterialInput {
  readonly KeyId: string;
  readonly ImportToken: Uint8Array;
  readonly EncryptedKeyMaterial: Uint8Array;
  readonly ValidTo?: number;
  readonly ExpirationModel?: ExpirationModelType;
  readonly ImportType?: ImportType;
  readonly KeyMaterialDescription?: string;
  readonly KeyMaterialId?: string;
}

export interface ImportKeyMaterialOutput {
  readonly KeyId?: string;
  readonly KeyMaterialId?: string;
}

export interface ListAliasesInput {
  readonly KeyId?: string;
  readonly Limit?: number;
  readonly Marker?: string;
}

export interface ListAliasesOutput {
  readonly Aliases?: readonly AliasListEntry[];
  readonly NextMarker?: string;
  readonly Truncated?: boolean;
}

export interface ListGrantsInput {
  readonly Limit?: number;
  readonly Marker?: string;
  readonly KeyId: string;
  readonly GrantId?: string;
  readonly GranteePrincipal?: string;
  readonly GranteeServicePrincipal?: string;
}

export interface ListGrantsOutput {
  readonly Grants?: readonly GrantListEntry[];
  readonly NextMarker?: string;
  readonly Truncated?: boolean;
}

export interface ListKeyPoliciesInput {
  readonly KeyId: string;
  readonly Limit?: number;
  readonly Marker?: string;
}

export interface ListKeyPoliciesOutput {
  readonly PolicyNames?: readonly string[];
  readonly NextMarker?: string;
  readonly Truncated?: boolean;
}

export interface ListKeyRotationsInput {
  readonly KeyId: string;
  readonly IncludeKeyMaterial?: IncludeKeyMaterial;
  readonly Limit?: number;
  readonly Marker?: string;
}

export interface ListKeyRotationsOutput {
  readonly Rotations?: readonly RotationsListEntry[];
  readonly NextMarker?: string;
  readonly Truncated?: boolean;
}

export interface ListKeysInput {
  readonly Limit?: number;
  readonly Marker?: string;
}

export interface ListKeysOutput {
  readonly Keys?: readonly KeyListEntry[];
  readonly NextMarker?: string;
  readonly Truncated?: boolean;
}

export interface ListResourceTagsInput {
  readonly KeyId: string;
  readonly Limit?: number;
  readonly Marker?: string;
}

export interface ListResourceTagsOutput {
  readonly Tags?: readonly Tag[];
  readonly NextMarker?: string;
  readonly Truncated?: boolean;
}

export interface ListRetirableGrantsInput {
  readonly Limit?: number;
  readonly Marker?: string;
  readonly RetiringPrincipal?: string;
  readonly RetiringServicePrincipal?: string;
}

export interface ListRetirableGrantsOutput {
  readonly Grants?: readonly GrantListEntry[];
  readonly NextMarker?: string;
  readonly Truncated?: boolean;
}

export interface PutKeyPolicyInput {
  readonly KeyId: string;
  readonly PolicyName?: string;
  readonly Policy: string;
  readonly BypassPolicyLockoutSafetyCheck?: boolean;
}

export interface ReEncryptInput {
  readonly CiphertextBlob?: Uint8Array;
  readonly SourceEncryptionContext?: Readonly<Record<string, string>>;
  readonly SourceKeyId?: string;
  readonly DestinationKeyId: string;
  readonly DestinationEncryptionContext?: Readonly<Record<string, string>>;
  readonly SourceEncryptionAlgorithm?: EncryptionAlgorithmSpec;
  readonly DestinationEncryptionAlgorithm?: EncryptionAlgorithmSpec;
  readonly GrantTokens?: readonly string[];
  readonly DryRun?: boolean;
  readonly DryRunModifiers?: readonly DryRunModifierType[];
}

export interface ReEncryptOutput {
  readonly CiphertextBlob?: Uint8Array;
  readonly SourceKeyId?: string;
  readonly KeyId?: string;
  readonly SourceEncryptionAlgorithm?: EncryptionAlgorithmSpec;
  readonly DestinationEncryptionAlgorithm?: EncryptionAlgorithmSpec;
  readonly SourceKeyMaterialId?: string;
  readonly DestinationKeyMaterialId?: string;
}

export interface ReplicateKeyInput {
  readonly KeyId: string;
  readonly ReplicaRegion: string;
  readonly Policy?: string;
  readonly BypassPolicyLockoutSafetyCheck?: boolean;
  readonly Description?: string;
  readonly Tags?: readonly Tag[];
}

export interface ReplicateKeyOutput {
  readonly ReplicaKeyMetadata?: KeyMetadata;
  readonly ReplicaPolicy?: string;
  readonly ReplicaTags?: readonly Tag[];
}

export interface RetireGrantInput {
  readonly GrantToken?: string;
  readonly KeyId?: string;
  readonly GrantId?: string;
  readonly DryRun?: boolean;
}

export interface RevokeGrantInput {
  readonly KeyId: string;
  readonly GrantId: string;
  readonly DryRun?: boolean;
}

export interface RotateKeyOnDemandInput {
  readonly KeyId: string;
}

export interface RotateKeyOnDemandOutput {
  readonly KeyId?: string;
}

export interface ScheduleKeyDeletionInput {
  readonly KeyId: string;
  readonly PendingWindowInDays?: number;
}

export interface ScheduleKeyDeletionOutput {
  readonly KeyId?: string;
  readonly DeletionDate?: number;
  readonly KeyState?: KeyState;
  readonly PendingWindowInDays?: number;
}

export interface SignInput {
  readonly KeyId: string;
  readonly Message: Uint8Array;
  readonly MessageType?: MessageType;
  readonly GrantTokens?: readonly string[];
  readonly SigningAlgorithm: SigningAlgorithmSpec;
  readonly DryRun?: boolean;
}

export interface SignOutput {
  readonly KeyId?: string;
  readonly Signature?: Uint8Array;
  readonly SigningAlgorithm?: SigningAlgorithmSpec;
}

export interface TagResourceInput {
  readonly KeyId: string;
  readonly Tags: readonly Tag[];
}

export interface UntagResourceInput {
  readonly KeyId: string;
  readonly TagKeys: readonly string[];
}

export interface UpdateAliasInput {
  readonly AliasName: string;
  readonly TargetKeyId: string;
}

export interface UpdateCustomKeyStoreInput {
  readonly CustomKeyStoreId: string;
  readonly NewCustomKeyStoreName?: string;
  readonly KeyStorePassword?: string;
  readonly CloudHsmClusterId?: string;
  readonly XksProxyUriEndpoint?: string;
  readonly XksProxyUriPath?: string;
  readonly XksProxyVpcEndpointServiceName?: string;
  readonly XksProxyVpcEndpointServiceOwner?: string;
  readonly XksProxyAuthenticationCredential?: XksProxyAuthenticationCredentialType;
  readonly XksProxyConnectivity?: XksProxyConnectivityType;
}

export type UpdateCustomKeyStoreOutput = Readonly<Record<string, never>>;

export interface UpdateKeyDescriptionInput {
  readonly KeyId: string;
  readonly Description: string;
}

export interface UpdatePrimaryRegionInput {
  readonly KeyId: string;
  readonly PrimaryRegion: string;
}

export interface VerifyInput {
  readonly KeyId: string;
  readonly Message: Uint8Array;
  readonly MessageType?: MessageType;
  readonly Signature: Uint8Array;
  readonly SigningAlgorithm: SigningAlgorithmSpec;
  readonly GrantTokens?: readonly string[];
  readonly DryRun?: boolean;
}

export interface VerifyOutput {
  readonly KeyId?: string;
  readonly SignatureValid?: boolean;
  readonly SigningAlgorithm?: SigningAlgorithmSpec;
}

export interface VerifyMacInput {
  readonly Message: Uint8Array;
  readonly KeyId: string;
  readonly MacAlgorithm: MacAlgorithmSpec;
  readonly Mac: Uint8Array;
  readonly GrantTokens?: readonly string[];
  readonly DryRun?: boolean;
}

export interface VerifyMacOutput {
  readonly KeyId?: string;
  readonly MacValid?: boolean;
  readonly MacAlgorithm?: MacAlgorithmSpec;
}

export interface Inputs {
  readonly CancelKeyDeletion: CancelKeyDeletionInput;
  readonly ConnectCustomKeyStore: ConnectCustomKeyStoreInput;
  readonly CreateAlias: CreateAliasInput;
  readonly CreateCustomKeyStore: CreateCustomKeyStoreInput;
  readonly CreateGrant: CreateGrantInput;
  readonly CreateKey: CreateKeyInput;
  readonly Decapsulate: DecapsulateInput;
  readonly Decrypt: DecryptInput;
  readonly DeleteAlias: DeleteAliasInput;
  readonly DeleteCustomKeyStore: DeleteCustomKeyStoreInput;
  readonly DeleteImportedKeyMaterial: DeleteImportedKeyMaterialInput;
  readonly DeriveSharedSecret: DeriveSharedSecretInput;
  readonly DescribeCustomKeyStores: DescribeCustomKeyStoresInput;
  readonly DescribeKey: DescribeKeyInput;
  readonly DisableKey: DisableKeyInput;
  readonly DisableKeyRotation: DisableKeyRotationInput;
  readonly DisconnectCustomKeyStore: DisconnectCustomKeyStoreInput;
  readonly EnableKey: EnableKeyInput;
  readonly EnableKeyRotation: EnableKeyRotationInput;
  readonly Encapsulate: EncapsulateInput;
  readonly Encrypt: EncryptInput;
  readonly GenerateDataKey: GenerateDataKeyInput;
  readonly GenerateDataKeyPair: GenerateDataKeyPairInput;
  readonly GenerateDataKeyPairWithoutPlaintext: GenerateDataKeyPairWithoutPlaintextInput;
  readonly GenerateDataKeyWithoutPlaintext: GenerateDataKeyWithoutPlaintextInput;
  readonly GenerateMac: GenerateMacInput;
  readonly GenerateRandom: GenerateRandomInput;
  readonly GetKeyLastUsage: GetKeyLastUsageInput;
  readonly GetKeyPolicy: GetKeyPolicyInput;
  readonly GetKeyRotationStatus: GetKeyRotationStatusInput;
  readonly GetParametersForImport: GetParametersForImportInput;
  readonly GetPublicKey: GetPublicKeyInput;
  readonly ImportKeyMaterial: ImportKeyMaterialInput;
  readonly ListAliases: ListAliasesInput;
  readonly ListGrants: ListGrantsInput;
  readonly ListKeyPolicies: ListKeyPoliciesInput;
  readonly ListKeyRotations: ListKeyRotationsInput;
  readonly ListKeys: ListKeysInput;
  readonly ListResourceTags: ListResourceTagsInput;
  readonly ListRetirableGrants: ListRetirableGrantsInput;
  readonly PutKeyPolicy: PutKeyPolicyInput;
  readonly ReEncrypt: ReEncryptInput;
  readonly ReplicateKey: ReplicateKeyInput;
  readonly RetireGrant: RetireGrantInput;
  readonly RevokeGrant: RevokeGrantInput;
  readonly RotateKeyOnDemand: RotateKeyOnDemandInput;
  readonly ScheduleKeyDeletion: ScheduleKeyDeletionInput;
  readonly Sign: SignInput;
  readonly TagResource: TagResourceInput;
  readonly UntagResource: UntagResourceInput;
  readonly UpdateAlias: UpdateAliasInput;
  readonly UpdateCustomKeyStore: UpdateCustomKeyStoreInput;
  readonly UpdateKeyDescription: UpdateKeyDescriptionInput;
  readonly UpdatePrimaryRegion: UpdatePrimaryRegionInput;
  readonly Verify: VerifyInput;
  readonly VerifyMac: VerifyMacInput;
}

export interface Outputs {
  readonly CancelKeyDeletion: CancelKeyDeletionOutput;
  readonly ConnectCustomKeyStore: ConnectCustomKeyStoreOutput;
  readonly CreateAlias: undefined;
  readonly CreateCustomKeyStore: CreateCustomKeyStoreOutput;
  readonly CreateGrant: CreateGrantOutput;
  readonly CreateKey: CreateKeyOutput;
  readonly Decapsulate: DecapsulateOutput;
  readonly Decrypt: DecryptOutput;
  readonly DeleteAlias: undefined;
  readonly DeleteCustomKeyStore: DeleteCustomKeyStoreOutput;
  readonly DeleteImportedKeyMaterial: DeleteImportedKeyMaterialOutput;
  readonly DeriveSharedSecret: DeriveSharedSecretOutput;
  readonly DescribeCustomKeyStores: DescribeCustomKeyStoresOutput;
  readonly DescribeKey: DescribeKeyOutput;
  readonly DisableKey: undefined;
  readonly DisableKeyRotation: undefined;
  readonly DisconnectCustomKeyStore: DisconnectCustomKeyStoreOutput;
  readonly EnableKey: undefined;
  readonly EnableKeyRotation: undefined;
  readonly Encapsulate: EncapsulateOutput;
  readonly Encrypt: EncryptOutput;
  readonly GenerateDataKey: GenerateDataKeyOutput;
  readonly GenerateDataKeyPair: GenerateDataKeyPairOutput;
  readonly GenerateDataKeyPairWithoutPlaintext: GenerateDataKeyPairWithoutPlaintextOutput;
  readonly GenerateDataKeyWithoutPlaintext: GenerateDataKeyWithoutPlaintextOutput;
  readonly GenerateMac: GenerateMacOutput;
  readonly GenerateRandom: GenerateRandomOutput;
  readonly GetKeyLastUsage: GetKeyLastUsageOutput;
  readonly GetKeyPolicy: GetKeyPolicyOutput;
  readonly GetKeyRotationStatus: GetKeyRotationStatusOutput;
  readonly GetParametersForImport: GetParametersForImportOutput;
  readonly GetPublicKey: GetPublicKeyOutput;
  readonly ImportKeyMaterial: ImportKeyMaterialOutput;
  readonly ListAliases: ListAliasesOutput;
  readonly ListGrants: ListGrantsOutput;
  readonly ListKeyPolicies: ListKeyPoliciesOutput;
  readonly ListKeyRotations: ListKeyRotationsOutput;
  readonly ListKeys: ListKeysOutput;
  readonly ListResourceTags: ListResourceTagsOutput;
  readonly ListRetirableGrants: ListRetirableGrantsOutput;
  readonly PutKeyPolicy: undefined;
  readonly ReEncrypt: ReEncryptOutput;
  readonly ReplicateKey: ReplicateKeyOutput;
  readonly RetireGrant: undefined;
  readonly RevokeGrant: undefined;
  readonly RotateKeyOnDemand: RotateKeyOnDemandOutput;
  readonly ScheduleKeyDeletion: ScheduleKeyDeletionOutput;
  readonly Sign: SignOutput;
  readonly TagResource: undefined;
  readonly UntagResource: undefined;
  readonly UpdateAlias: undefined;
  readonly UpdateCustomKeyStore: UpdateCustomKeyStoreOutput;
  readonly UpdateKeyDescription: undefined;
  readonly UpdatePrimaryRegion: undefined;
  readonly Verify: VerifyOutput;
  readonly VerifyMac: VerifyMacOutput;
}

export type OperationName = keyof Inputs;
