// Exports how the clock's days are read and worded.

export const dayMs = 86_400_000;

/** Ten years: enough for every waiting period, and far from where dates end. */
const mostDays = 3_650;

/** What is wrong with a typed number of days; undefined when the clock can be moved by it. */
export function daysProblem(typed: string): string | undefined {
  const days = Number(typed);
  const isPossible = /^\d+$/.test(typed) && days >= 1 && days <= mostDays;
  return isPossible ? undefined : `Enter a whole number of days, 1 to ${mostDays.toLocaleString("en-US")}.`;
}

export function daysText(days: number): string {
  const shown = Math.round(days * 10) / 10;
  return shown === 1 ? "1 day" : `${shown.toLocaleString("en-US")} days`;
}
