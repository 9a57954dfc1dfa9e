// Exports parseFlight: a flight out of a URL, which may say anything at all: a full alias name, or JSON
// `{"aliasName": "alias/new-app", "operation": "Sign", "regions": ["us-west-2", "us-east-1"]}`.
import { fullName, isAliasName } from "#features/explorer/model/alias-text.ts";
import type { UseOperation } from "#features/explorer/preview/uses.ts";
import { readMembers } from "#features/explorer/read-members.ts";
import { flightOperations, type Route } from "./application.ts";

/** What a link asks for; what it leaves open is chosen as in the form. */
export interface FlightWish extends Pick<Route, "aliasName"> {
  readonly operation?: UseOperation | undefined;
  readonly regions?: readonly string[] | undefined;
}

/** @param enabled the Regions in which the account can call. @returns undefined where any part of it cannot be meant */
export function parseFlight(text: string, enabled: readonly string[]): FlightWish | undefined {
  const members: ReturnType<typeof readMembers> = text.startsWith("{") ? readMembers(text, 4_000) : { aliasName: text };
  if (!members || typeof members.aliasName !== "string") return undefined;
  const aliasName = fullName(members.aliasName);
  if (!isAliasName(aliasName)) return undefined;
  const operation = flightOperations.find((known) => known === members.operation);
  if (members.operation !== undefined && !operation) return undefined;
  const regions = readRegions(members.regions, enabled);
  if (members.regions !== undefined && !regions) return undefined;
  return { aliasName, operation, regions };
}

/** Each once, in the order that was asked for; undefined unless all of them can be called. */
function readRegions(value: unknown, enabled: readonly string[]): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const regions = [...new Set<unknown>(value)];
  const known = regions.flatMap((region) => enabled.find((code) => code === region) ?? []);
  return known.length === regions.length ? known : undefined;
}
