// Exports timeAgo: how long ago something was, in the largest unit that is whole.
const minute = 60_000;
const units = [
  ["year", 365 * 24 * 60 * minute],
  ["day", 24 * 60 * minute],
  ["hour", 60 * minute],
  ["minute", minute],
] as const;
const formatter = new Intl.RelativeTimeFormat("en-US");

/** Both are epoch milliseconds. @returns for example `5 days ago` */
export function timeAgo(then: number, now: number): string {
  const passed = now - then;
  const unit = units.find(([, length]) => passed >= length);
  return unit ? formatter.format(-Math.floor(passed / unit[1]), unit[0]) : "Less than a minute ago";
}
