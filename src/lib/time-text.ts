// Points in time as the console words them, for example in the column "Creation date".

const formatters = new Map<string | undefined, Intl.DateTimeFormat>();

/**
 * An epoch time in milliseconds as the KMS console shows it: `Feb 24, 2022 14:04 GMT+5:30`, to the minute, on the 24 hour
 * clock. The zone is the device's own unless an IANA name is given. The wording is that of the console's key list.
 */
export function formatTime(epochMs: number, timeZone?: string): string {
  return textOf(epochMs, (field) => `${field("hour")}:${field("minute")}`, timeZone);
}

/** As formatTime, to the second: `Feb 24, 2022 14:04:09 GMT+5:30`. */
export function formatTimeToSecond(epochMs: number, timeZone?: string): string {
  return textOf(epochMs, (field) => `${field("hour")}:${field("minute")}:${field("second")}`, timeZone);
}

type Field = (type: Intl.DateTimeFormatPartTypes) => string;

function textOf(epochMs: number, clock: (field: Field) => string, timeZone: string | undefined): string {
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(epochMs)
      .map((part) => [part.type, part.value]),
  );
  const field: Field = (type) => parts.get(type) ?? "";
  const date = `${field("month")} ${field("day")}, ${field("year")}`;
  // Runtimes differ over Greenwich itself: some write GMT+0, some only GMT.
  const zone = field("timeZoneName") === "GMT" ? "GMT+0" : field("timeZoneName");
  return `${date} ${clock(field)} ${zone}`;
}

/** Kept for each zone, because making a formatter costs a hundred times more than using it and lists show many dates. */
function formatterFor(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  formatters.set(timeZone, made);
  return made;
}
