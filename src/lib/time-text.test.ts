import { describe, expect, test } from "vitest";
import { formatTime, formatTimeToSecond } from "./time-text.ts";

const FEB_24 = Date.UTC(2022, 1, 24, 8, 34, 59);

describe("formatTime", () => {
  test.each([
    ["Asia/Kolkata", "Feb 24, 2022 14:04 GMT+5:30"],
    ["America/Los_Angeles", "Feb 24, 2022 00:34 GMT-8"],
    ["UTC", "Feb 24, 2022 08:34 GMT+0"],
  ])("shows a time in %s as the console does", (zone, text) => {
    expect(formatTime(FEB_24, zone)).toBe(text);
  });

  test("tells the seconds where they are asked for", () => {
    expect(formatTimeToSecond(FEB_24, "UTC")).toBe("Feb 24, 2022 08:34:59 GMT+0");
    expect(formatTimeToSecond(FEB_24 + 4_000, "Asia/Kolkata")).toBe("Feb 24, 2022 14:05:03 GMT+5:30");
  });

  test("uses the zone of the device when none is given", () => {
    const device = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(formatTime(FEB_24)).toBe(formatTime(FEB_24, device));
  });
});
