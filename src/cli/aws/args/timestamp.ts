// Exports the reading of points in time as options and inputs give them.
import { Float, Time, type Value } from "./python-value.ts";

/**
 * Epoch seconds, whole ones, or undefined for what is no time: a number of seconds, an ISO 8601 date or date and time, or the
 * form of HTTP headers. Without a zone it is UTC; fractions of a second are cut off, since botocore sends none.
 * Simulated: the real CLI guesses at many more spellings of a date.
 */
export function epochSeconds(value: Value): number | undefined {
  if (typeof value === "number") return value;
  if (value instanceof Time) return wholeSeconds(value.at.getTime() / 1000);
  if (value instanceof Float) return wholeSeconds(value.value);
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return wholeSeconds(Number(text));
  const iso = isoPattern.exec(text)?.groups;
  if (iso) return fromIso(iso);
  return httpPattern.test(text) ? wholeSeconds(Date.parse(text) / 1000) : undefined;
}

const isoPattern =
  /^(?<year>\d{4})-?(?<month>\d\d)-?(?<day>\d\d)(?:[T ](?<hour>\d\d):?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,]\d+)?)? ?(?<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;
const httpPattern = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|UTC|[+-]\d{4})$/;

function fromIso(part: Readonly<Record<string, string | undefined>>): number | undefined {
  const { year, month, day, hour = "00", minute = "00", second = "00", zone = "Z" } = part;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.replace(":", "").slice(3) || "00"}` : "Z";
  const milliseconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  // Some engines move the 31st of a short month into the next one.
  const isDate = new Date(Date.parse(`${year}-${month}-${day}T00:00:00Z`) || 0).getUTCDate() === Number(day);
  return isDate ? wholeSeconds(milliseconds / 1000) : undefined;
}

function wholeSeconds(seconds: number): number | undefined {
  return Number.isFinite(seconds) ? Math.floor(seconds) : undefined;
}
