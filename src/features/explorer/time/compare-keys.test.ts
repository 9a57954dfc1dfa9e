// What has become of the keys since a moment.
import { expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { compareKeys } from "./compare-keys.ts";
import { keysTouchedSince } from "./history.ts";

test("tells which keys were created since, and which are in another state", async () => {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { keyId: disabled } = await createKey(call);
  const { keyId: dying } = await createKey(call);
  const { keyId: again } = await createKey(call);
  await createKey(call);
  const then = sandbox.world();
  await call("DisableKey", { KeyId: disabled });
  await call("ScheduleKeyDeletion", { KeyId: dying, PendingWindowInDays: 7 });
  await call("DisableKey", { KeyId: again });
  await call("EnableKey", { KeyId: again });
  const { keyId: made } = await createKey(call);
  const ids = keysTouchedSince([...sandbox.commits].reverse(), then.seq);

  const changes = compareKeys(then, sandbox.world(), ids, homeAccount);
  const told = new Map(changes.map(({ keyId, region, was, is }) => [keyId, [region, was, is]]));
  expect(told).toEqual(
    new Map([
      [disabled, [homeRegion, "Enabled", "Disabled"]],
      [dying, [homeRegion, "Enabled", "PendingDeletion"]],
      [made, [homeRegion, undefined, "Enabled"]],
    ]),
  );
  expect(compareKeys(then, sandbox.world(), ids, "444455556666")).toEqual([]);
});

test("tells which keys have been deleted since", async () => {
  const sandbox = createTestEngine();
  const { keyId } = await createKey(sandbox.as());
  const then = sandbox.world();
  await sandbox.as()("ScheduleKeyDeletion", { KeyId: keyId, PendingWindowInDays: 7 });
  sandbox.clock.advance(8 * 24 * 3_600_000);
  await createKey(sandbox.as()); // a call lets what is due happen
  const ids = keysTouchedSince([...sandbox.commits].reverse(), then.seq);
  expect(compareKeys(then, sandbox.world(), ids, homeAccount)).toContainEqual(
    expect.objectContaining({ keyId, was: "Enabled", is: undefined }),
  );
});
