import { expect, test } from "vitest";
import { completeLine, type LineSources } from "./complete-line.ts";

const names = ["alias/finance", "alias/new-app", "alias/new-api"];
const sources: LineSources = {
  aliases: (beginning) => names.filter((name) => name.startsWith(beginning)),
  keys: () => [],
  regions: ["us-east-1", "us-west-2"],
  profiles: ["default"],
  paths: [
    "/home/user/notes.txt",
    "/home/user/my file.bin",
    "/home/user/d/",
    "/home/user/d/deep.json",
    "/home/user/.aws/",
  ],
  cwd: "/home/user",
  home: "/home/user",
};
const completed = (text: string): string => {
  const { from, text: end } = completeLine(text, sources);
  return text.slice(0, from) + end;
};

test.each([
  ["aw", "aws "],
  ["aws k", "aws kms "],
  ["aws kms describe-k", "aws kms describe-key "],
  ["aws kms describe-key --key-i", "aws kms describe-key --key-id "],
  ["aws kms describe-key --key-id alias/f", "aws kms describe-key --key-id alias/finance "],
  ["aws kms describe-key --key-id alias/n", "aws kms describe-key --key-id alias/new-ap"],
  ["aws --region us-w", "aws --region us-west-2 "],
  ["X=1 aws kms describe-k", "X=1 aws kms describe-key "],
  ["echo $(aws kms describe-k", "echo $(aws kms describe-key "],
  ["aws kms list-keys | j", "aws kms list-keys | jq "],
  ["aws kms create-alias \\\n  --alias-n", "aws kms create-alias \\\n  --alias-name "],
  ["cat no", "cat notes.txt "],
  ["cat m", "cat my\\ file.bin "],
  ["cat d", "cat d/"],
  ["cat ~/d/", "cat ~/d/deep.json "],
  ["cat ../user/d/d", "cat ../user/d/deep.json "],
  ["cat .a", "cat .aws/"],
  ["aws kms encrypt --plaintext fileb://no", "aws kms encrypt --plaintext fileb://notes.txt "],
  ["echo a > no", "echo a > notes.txt "],
  ["cat nothing", "cat nothing"],
])("Tab makes %j to %j", (typed, expected) => expect(completed(typed)).toBe(expected));

test("several candidates are told", () => {
  expect(completeLine("aws kms describe-key --key-id alias/new", sources).candidates).toEqual(names.slice(1));
});
