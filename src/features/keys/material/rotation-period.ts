// Exports the rules of the rotation period. Source: API reference of EnableKeyRotation.
export const defaultRotationDays = 365;
const fewestDays = 90;
const mostDays = 2560;

/** The days that were typed; undefined when they are no rotation period. */
export function parseRotationDays(typed: string): number | undefined {
  const days = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  return days >= fewestDays && days <= mostDays ? days : undefined;
}

export function rotationDaysProblem(typed: string): string | undefined {
  return parseRotationDays(typed) === undefined ? `Enter a whole number from ${fewestDays} to ${mostDays}.` : undefined;
}
