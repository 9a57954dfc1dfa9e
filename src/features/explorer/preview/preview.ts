// Exports what a preview tells of a change.
import type { ChangeCall } from "#features/explorer/model/change-calls.ts";
import type { KmsError } from "#kms/index.ts";
import type { Effect } from "./effects.ts";
import type { Artefact, Outcomes } from "./outcomes.ts";
import type { RecentUser } from "./recent-users.ts";

export interface Preview<A extends Artefact = Artefact> {
  /** The call of the change that KMS would refuse; those after it are not made. */
  readonly refusal: Refusal | undefined;
  readonly effects: readonly Effect[];
  /** What holds after the first of two calls and before the second. */
  readonly between: readonly Effect[];
  /** What a new alias of the same name would mean, where the alias itself cannot be moved. */
  readonly recreate: readonly Effect[];
  /** Undefined where the trail could not be read. */
  readonly users: readonly RecentUser[] | undefined;
  readonly artefacts: readonly ArtefactPreview<A>[];
}

interface Refusal {
  readonly call: ChangeCall;
  readonly error: KmsError;
  /** How many calls of the change are made before it, and stay made. */
  readonly made: number;
}

export interface ArtefactPreview<A extends Artefact = Artefact> {
  readonly artefact: A;
  readonly before: Outcomes;
  /** Of a swap that is made as a whole. */
  readonly between: Outcomes | undefined;
  readonly after: Outcomes;
}
