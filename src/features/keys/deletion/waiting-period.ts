// Exports the rules of the waiting period before a key is deleted. Source: API reference of ScheduleKeyDeletion.
export const defaultWaitingDays = 30;
const fewestDays = 7;
const mostDays = 30;

/** The days that were typed; undefined when they are no waiting period. */
export function parseWaitingDays(typed: string): number | undefined {
  const days = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
  return days >= fewestDays && days <= mostDays ? days : undefined;
}

export function waitingDaysProblem(typed: string): string | undefined {
  return parseWaitingDays(typed) === undefined ? `Enter a whole number from ${fewestDays} to ${mostDays}.` : undefined;
}
