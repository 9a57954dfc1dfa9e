// Exports the key that is being put together in the wizard, and its keeping across a reload. What is read back is checked
// member by member: session storage can be edited by anyone.

import type { PolicyChoices } from "#features/keys/policy/console-policy.ts";
import {
  type KeySpec,
  type KeyUsageType,
  keySpecFacts,
  keySpecs,
  type OriginType,
  type Place,
  unavailableReason,
} from "#kms/index.ts";
import { isPossibleOrigin, originChoices } from "./origin-choices.ts";

export interface DraftTag {
  readonly key: string;
  readonly value: string;
}

export interface KeyDraft extends PolicyChoices {
  /** The step that is open, from 0. */
  readonly step: number;
  readonly keySpec: KeySpec;
  readonly keyUsage: KeyUsageType;
  readonly origin: OriginType;
  /** The check box that the origin EXTERNAL asks for. */
  readonly understandsImport: boolean;
  /** Of a key in a custom key store; for an external one also the key that stands behind it there. */
  readonly customKeyStoreId: string;
  readonly xksKeyId: string;
  readonly multiRegion: boolean;
  /** As typed, without `alias/`. */
  readonly alias: string;
  readonly description: string;
  readonly tags: readonly DraftTag[];
  /** What the tag editor says about its rows. */
  readonly areTagsValid: boolean;
  /** The key policy, once it has been edited by hand; until then it follows from the choices. */
  readonly policy: string | undefined;
}

export const newDraft: KeyDraft = {
  step: 0,
  keySpec: "SYMMETRIC_DEFAULT",
  keyUsage: "ENCRYPT_DECRYPT",
  origin: "AWS_KMS",
  understandsImport: false,
  customKeyStoreId: "",
  xksKeyId: "",
  multiRegion: false,
  alias: "",
  description: "",
  tags: [],
  areTagsValid: true,
  administrators: [],
  canAdministratorsDelete: true,
  users: [],
  otherAccounts: [],
  policy: undefined,
};

/** Whether somebody has entered something. */
export function isTouched(draft: KeyDraft): boolean {
  return JSON.stringify({ ...draft, step: 0 }) !== JSON.stringify(newDraft);
}

const storageKey = ({ account, region }: Place): string => `kms-sandbox.create-key/${account}/${region}`;

export function keepDraft(place: Place, draft: KeyDraft): void {
  try {
    sessionStorage.setItem(storageKey(place), JSON.stringify(draft));
  } catch {
    // Blocked or full: the draft lives on in the page, which is all that is lost by a reload.
  }
}

export function dropDraft(place: Place): void {
  try {
    sessionStorage.removeItem(storageKey(place));
  } catch {
    // Blocked: then nothing was kept.
  }
}

/** The draft that a reload left behind; undefined if there is none. */
export function readDraft(place: Place): KeyDraft | undefined {
  let stored: unknown;
  try {
    stored = JSON.parse(sessionStorage.getItem(storageKey(place)) ?? "null");
  } catch {
    return undefined; // blocked, or not ours
  }
  if (typeof stored !== "object" || stored === null) return undefined;
  const draft = checkDraft(stored as Partial<Record<keyof KeyDraft, unknown>>); // each member is checked
  return isTouched(draft) ? draft : undefined;
}

function checkDraft(stored: Partial<Record<keyof KeyDraft, unknown>>): KeyDraft {
  const { step, areTagsValid, canAdministratorsDelete, policy } = stored;
  return {
    ...newDraft,
    ...checkConfiguration(stored.keySpec, stored.keyUsage, stored.origin),
    understandsImport: stored.understandsImport === true,
    customKeyStoreId: text(stored.customKeyStoreId),
    xksKeyId: text(stored.xksKeyId),
    multiRegion: stored.multiRegion === true,
    step: typeof step === "number" && Number.isInteger(step) && step >= 0 && step <= 5 ? step : 0,
    alias: text(stored.alias),
    description: text(stored.description),
    tags: list(stored.tags).flatMap(checkTag),
    areTagsValid: areTagsValid !== false,
    administrators: texts(stored.administrators),
    canAdministratorsDelete: canAdministratorsDelete !== false,
    users: texts(stored.users),
    otherAccounts: texts(stored.otherAccounts),
    policy: typeof policy === "string" ? policy : undefined,
  };
}

function checkConfiguration(
  spec: unknown,
  usage: unknown,
  origin: unknown,
): Pick<KeyDraft, "keySpec" | "keyUsage" | "origin"> {
  const facts = keySpecs.find((known) => known.spec === spec);
  const found = facts && usagesOf(facts.spec).find((known) => known === usage);
  if (!facts || !found || unavailableReason(facts.spec)) return newDraft;
  const from = originChoices.find(({ value }) => value === origin && isPossibleOrigin(value, facts.spec));
  return { keySpec: facts.spec, keyUsage: found, origin: from?.value ?? newDraft.origin };
}

export function usagesOf(spec: KeySpec): readonly KeyUsageType[] {
  return Object.keys(keySpecFacts(spec).usages) as KeyUsageType[]; // the record's type says what its keys are
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const texts = (value: unknown): readonly string[] => list(value).filter((entry) => typeof entry === "string");

function checkTag(value: unknown): readonly DraftTag[] {
  if (typeof value !== "object" || value === null) return [];
  const { key, value: tagValue } = value as Partial<Record<keyof DraftTag, unknown>>; // checked next
  return [{ key: text(key), value: text(tagValue) }];
}
