// Exports the events of the trail. A TrailEvent is one CloudTrail record; a SandboxEvent is a change of the workspace
// itself (accounts, Regions, clock), which AWS has no record of.

export interface TrailResource {
  readonly accountId: string;
  /** AWS logs alias ARNs under this type too. */
  readonly type: "AWS::KMS::Key";
  readonly ARN: string;
}

/** A CloudTrail record, members as AWS names them. */
export interface TrailEvent {
  readonly eventVersion: "1.08";
  readonly userIdentity: {
    readonly type: string;
    readonly arn?: string;
    readonly accountId: string;
    readonly invokedBy?: string;
  };
  /** ISO 8601, whole seconds, sandbox time. */
  readonly eventTime: string;
  readonly eventSource: "kms.amazonaws.com";
  readonly eventName: string;
  readonly awsRegion: string;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly requestParameters: Readonly<Record<string, unknown>> | null;
  readonly responseElements: Readonly<Record<string, unknown>> | null;
  /** The grant that RetireGrant deleted. */
  readonly additionalEventData?: { readonly grantId: string };
  readonly requestID: string;
  readonly eventID: string;
  readonly readOnly: boolean;
  readonly resources?: readonly TrailResource[];
  readonly eventType: "AwsApiCall" | "AwsServiceEvent";
  /** Of what KMS did of its own accord. */
  readonly serviceEventDetails?: Readonly<Record<string, unknown>> | null;
  readonly managementEvent: true;
  readonly recipientAccountId: string;
  readonly eventCategory: "Management";
}

/** A change of the workspace that is no API call. Simulated: AWS has no such thing. */
export type SandboxChange =
  | { readonly type: "AddAccount"; readonly account: string; readonly name: string }
  | { readonly type: "RenameAccount"; readonly account: string; readonly name: string }
  | { readonly type: "EnableRegion"; readonly account: string; readonly region: string }
  | { readonly type: "DisableRegion"; readonly account: string; readonly region: string }
  | { readonly type: "MoveClock"; readonly offsetMs: number }
  /** What was kept is in the diff. */
  | { readonly type: "KeepArtefact"; readonly account: string; readonly region: string; readonly artefactId: string }
  | { readonly type: "RemoveArtefact"; readonly account: string; readonly region: string; readonly artefactId: string }
  /** The first commit of a workspace: what it was made from. */
  | { readonly type: "OpenWorkspace"; readonly source: string };

export interface SandboxEvent {
  readonly eventSource: "sandbox";
  readonly eventTime: string;
  readonly change: SandboxChange;
}
