// Exports what it means that an operation conforms: its happy path, a call for every error that it declares, and a reason for
// each declared error that no call can provoke here.
import * as sdk from "@aws-sdk/client-kms";
import { describe, expect, test } from "vitest";
import { contract, type OperationName } from "#kms/index.ts";
import { inScene, type Scene } from "./scene.ts";

export interface Conformance {
  /** Calls that are answered, and what the answers must say. */
  readonly works: (scene: Scene) => Promise<void>;
  /** Error code -> a call that is refused with it. Errors that the model does not declare (ValidationException ...) may be here too. */
  readonly refuses: Readonly<Record<string, (scene: Scene) => Promise<unknown>>>;
  /** Declared error -> why no call can provoke it. */
  readonly excused?: Readonly<Record<string, string>>;
}

/** What no operation can be made to answer from outside, where it is not provoked. */
const excusedEverywhere: Readonly<Record<string, string>> = {
  KMSInternalException: "A fault inside KMS. Only a disk that refuses the state file brings it about.",
  DependencyTimeoutException: "Nothing that the sandbox depends on answers over a network.",
  KeyUnavailableException: "There is no hardware that could be out of reach.",
};

/** Registers the tests of one operation. */
export function testConformance(name: OperationName, { works, refuses, excused = {} }: Conformance): void {
  const declared: readonly string[] = contract[name].errors;
  describe(name, () => {
    test("answers what it is asked", () => inScene(works));

    test.each(Object.entries(refuses))("refuses with %s", async (code, provoke) => {
      const error: unknown = await inScene((scene) => provoke(scene).catch((refusal: unknown) => refusal));
      expect(error).toBeInstanceOf(classOf(code));
      expect(error).toMatchObject({ name: code, $metadata: { httpStatusCode: 400, attempts: 1 } });
    });

    test("has every declared error provoked or excused with a reason", () => {
      const isProvoked = (code: string) => Object.hasOwn(refuses, code);
      const isExcused = (code: string) => Object.hasOwn(excused, code) || Object.hasOwn(excusedEverywhere, code);
      expect(declared.filter((code) => !isProvoked(code) && !isExcused(code))).toEqual([]);
      // An excuse is for nothing that is provoked after all, or that is not declared.
      expect(Object.keys(excused).filter((code) => isProvoked(code) || !declared.includes(code))).toEqual([]);
    });
  });
}

/** The SDK's own class of the error: it knows those that the service declares. */
function classOf(code: string): new (...args: never[]) => Error {
  const known = Object.entries(sdk).find(([name]) => name === code)?.[1];
  return typeof known === "function" ? (known as new (...args: never[]) => Error) : sdk.KMSServiceException; // an exported class
}
