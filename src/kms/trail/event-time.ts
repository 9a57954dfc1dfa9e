// Exports the times of trail events: ISO 8601 text of whole seconds, and back. The engine has no Date, so the calendar is
// computed (days from civil date, and the way back).

/** Epoch milliseconds, in the years up to 9999, as `2026-11-22T10:00:00Z`. */
export function eventTime(now: number): string {
  const seconds = Math.floor(now / 1000);
  const days = Math.floor(seconds / 86_400);
  const inDay = seconds - days * 86_400;
  const shifted = days + daysToEpoch;
  const era = Math.floor(shifted / daysOfEra);
  const dayOfEra = shifted - era * daysOfEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - daysBefore(yearOfEra);
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - daysBeforeMonth(shiftedMonth) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const time = [Math.floor(inDay / 3600), Math.floor(inDay / 60) % 60, inDay % 60].map(two).join(":");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${time}Z`;
}

/** Epoch seconds of a text that `eventTime` gave. */
export function secondsOfEventTime(text: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = text.match(/\d+/g)?.map(Number) ?? [];
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const dayOfYear = daysBeforeMonth(month > 2 ? month - 3 : month + 9) + day - 1;
  const days = era * daysOfEra + daysBefore(shiftedYear - era * 400) + dayOfYear - daysToEpoch;
  return days * 86_400 + hour * 3600 + minute * 60 + second;
}

/** Years are counted from March, so that the leap day is the last; eras are 400 years; day 0 is 0000-03-01. */
const daysToEpoch = 719_468;
const daysOfEra = 146_097;
const daysBefore = (yearOfEra: number): number =>
  yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
const daysBeforeMonth = (shiftedMonth: number): number => Math.floor((153 * shiftedMonth + 2) / 5);

const two = (value: number): string => String(value).padStart(2, "0");
