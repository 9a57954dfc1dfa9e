// Exports what the renderers of this folder need to know of a call, and in which order they show its input.
import { type Call, contract } from "#kms/index.ts";

/** Account and principal are left out: they come from the credentials of whoever runs the text. */
export type RenderedCall = Pick<Call, "operation" | "region" | "input">;

export interface RenderedMember {
  readonly name: string;
  /** Name of its shape in the contract. */
  readonly shape: string;
  readonly value: unknown;
}

/** The members that the call sets, in the order of the contract. What the contract does not know is left out, as KMS does. */
export function renderedMembers({ operation, input }: RenderedCall): readonly RenderedMember[] {
  const values = new Map<string, unknown>(Object.entries(input));
  return Object.entries(contract[operation].input).flatMap(([name, { shape }]) => {
    const value = values.get(name);
    return value === undefined || value === null ? [] : [{ name, shape, value }];
  });
}

/** An epoch-seconds timestamp as ISO 8601, or undefined where no such date exists (years 0000 to 9999). */
export function isoTime(seconds: number): string | undefined {
  const time = new Date(Math.round(seconds * 1000));
  if (Number.isNaN(time.getTime())) return undefined;
  const text = time.toISOString();
  return text.length === "0000-00-00T00:00:00.000Z".length ? text.replace(".000Z", "Z") : undefined;
}
