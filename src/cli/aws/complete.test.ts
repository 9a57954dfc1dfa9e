import { expect, test, vi } from "vitest";
import { type CompletionSources, completeAws } from "./complete.ts";

const names = ["alias/finance", "alias/finance-archive", "alias/orders"];
const ids = ["0987dcba-09fe-87dc-65ba-ab0987654321", "1234abcd-12ab-34cd-56ef-1234567890ab"];
const sources: CompletionSources = {
  aliases: (beginning, limit) => names.filter((name) => name.startsWith(beginning)).slice(0, limit),
  keys: (beginning, limit) => ids.filter((id) => id.startsWith(beginning)).slice(0, limit),
  regions: ["eu-central-1", "eu-west-1", "us-east-1"],
  profiles: ["default", "partner"],
};
const complete = (line: string): readonly string[] => {
  const words = line.split(" ");
  return completeAws(words.slice(0, -1), words.at(-1) ?? "", sources);
};

test.each([
  ["k", ["kms"]],
  ["", ["cloudtrail", "configure", "kms", "sts", "help"]],
  ["kms describe-k", ["describe-key"]],
  ["kms update-a", ["update-alias"]],
  ["--region eu-west-1 kms encr", ["encrypt"]],
  ["sts ", ["get-caller-identity", "help"]],
  ["configure li", ["list", "list-profiles"]],
  ["cloudtrail lookup-events --st", ["--start-time", "--starting-token"]],
  ["cloudtrail lookup-events --event-c", ["--event-category"]],
  ["cloudtrail lookup-events --event-category ", ["insight"]],
  ["nothing here ", expect.arrayContaining(["--region"])],
])("aws %s completes to %j", (line, candidates) => {
  expect(complete(line)).toEqual(candidates);
});

test("offers what is required first and what is on the line last", () => {
  const fresh = complete("kms create-alias --");
  expect(fresh.slice(0, 3)).toEqual(["--alias-name", "--target-key-id", "--cli-input-json"]);
  const later = complete("kms create-alias --alias-name alias/x --region us-east-1 ");
  expect(later[0]).toBe("--target-key-id");
  expect(later.slice(-2)).toEqual(["--alias-name", "--region"]);
});

test("takes an option and its opposite for one", () => {
  expect(complete("kms create-key --no-multi-region --").slice(-2)).toEqual(["--multi-region", "--no-multi-region"]);
});

test("completes keys to aliases and key IDs", () => {
  expect(complete("kms describe-key --key-id ")).toEqual([...names, ...ids]);
  expect(complete("kms describe-key --key-id alias/f")).toEqual(["alias/finance", "alias/finance-archive"]);
  expect(complete("kms update-alias --alias-name alias/o")).toEqual(["alias/orders"]);
  expect(complete("kms describe-key --key-id=12")).toEqual([`--key-id=${ids[1]}`]);
});

test("completes Regions, profiles, output formats and enums", () => {
  expect(complete("kms list-keys --region eu-")).toEqual(["eu-central-1", "eu-west-1"]);
  expect(complete("kms replicate-key --replica-region us")).toEqual(["us-east-1"]);
  expect(complete("kms list-keys --profile p")).toEqual(["partner"]);
  expect(complete("kms list-keys --output y")).toEqual(["yaml", "yaml-stream"]);
  expect(complete("kms create-key --key-spec HMAC_2")).toEqual(["HMAC_224", "HMAC_256"]);
  expect(complete("kms create-grant --operations Encrypt GenerateM")).toEqual(["GenerateMac"]);
});

test("offers nothing where only the user knows the value", () => {
  expect(complete("kms create-key --tags ")).toEqual([]);
  expect(complete("kms encrypt --plaintext ")).toEqual([]);
});

test("goes on with options once a value is given", () => {
  expect(complete("kms describe-key --key-id alias/x ")[0]).toBe("--grant-tokens");
  expect(complete("kms create-grant --operations Encrypt ")).toContain("--key-id");
});

test("asks for a hundred names at most, however many there are", () => {
  const aliases = vi.fn((_: string, limit: number) => Array.from({ length: limit }, (_entry, i) => `alias/${i}`));
  const keys = vi.fn(() => []);
  expect(completeAws(["kms", "describe-key", "--key-id"], "alias/", { ...sources, aliases, keys })).toHaveLength(100);
  expect(aliases).toHaveBeenCalledWith("alias/", 100);
  expect(keys).toHaveBeenCalledWith("alias/", 0);
});
