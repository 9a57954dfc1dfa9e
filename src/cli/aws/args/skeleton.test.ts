import { expect, test } from "vitest";
import { contract, type OperationName } from "#kms/index.ts";
import { cliInput } from "./cli-input.ts";
import { kmsModel } from "./command-model.ts";
import { Time } from "./python-value.ts";
import { inputSkeleton, outputSkeleton, yamlSkeleton } from "./skeleton.ts";
import { UsageError } from "./usage-error.ts";

const operations = Object.keys(contract) as OperationName[]; // its type says so, Object.keys forgets it

test("fills an input with empty texts, first values and one entry per list", () => {
  expect(JSON.parse(inputSkeleton(kmsModel("ImportKeyMaterial")))).toEqual({
    KeyId: "",
    ImportToken: null,
    EncryptedKeyMaterial: null,
    ValidTo: "1970-01-01T00:00:00",
    ExpirationModel: "KEY_MATERIAL_EXPIRES",
    ImportType: "NEW_KEY_MATERIAL",
    KeyMaterialDescription: "",
    KeyMaterialId: "",
  });
  expect(inputSkeleton(kmsModel("TagResource"))).toBe(
    '{\n    "KeyId": "",\n    "Tags": [\n        {\n            "TagKey": "",\n            "TagValue": ""\n        }\n    ]\n}\n',
  );
});

test("says in YAML what is required and which values there are", () => {
  expect(yamlSkeleton(kmsModel("TagResource"))).toBe(
    "KeyId: ''  # [REQUIRED]\nTags: # [REQUIRED]\n- TagKey: ''  # [REQUIRED]\n  TagValue: '' # [REQUIRED]\n",
  );
  expect(yamlSkeleton(kmsModel("EnableKey"))).toBe("KeyId: ''  # [REQUIRED]\n");
});

test.each(operations)("the YAML of %s reads as its JSON, but for blobs and times", (operation) => {
  const read = (option: "--cli-input-json" | "--cli-input-yaml", text: string): unknown =>
    comparable(cliInput(new Map([[option, text]]), new Map([[option, text]])));
  expect(read("--cli-input-yaml", yamlSkeleton(kmsModel(operation)))).toEqual(
    read("--cli-input-json", inputSkeleton(kmsModel(operation))),
  );
});

function comparable(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(Array.from(value, ([key, entry]) => [key, comparable(entry)]));
  if (Array.isArray(value)) return value.map(comparable);
  if (value instanceof Uint8Array) return null;
  if (value instanceof Time) return String(value.at.getUTCFullYear());
  return typeof value === "string" && value.startsWith("1970-01-01") ? "1970" : value;
}

test("names the members of an answer", () => {
  expect(outputSkeleton(kmsModel("ListResourceTags"))).toEqual({
    Tags: [{ TagKey: "TagKey", TagValue: "TagValue" }],
    NextMarker: "NextMarker",
    Truncated: true,
  });
  expect(outputSkeleton(kmsModel("EnableKey"))).toBeUndefined();
});

test("fails where the sample does not fit the contract, as the real CLI does", () => {
  expect(() => outputSkeleton(kmsModel("Encrypt"))).toThrow(UsageError);
  expect(() => outputSkeleton(kmsModel("ListAliases"))).toThrow(
    "Invalid length for parameter Aliases[0].AliasArn, value: 8, valid min length: 20",
  );
});
