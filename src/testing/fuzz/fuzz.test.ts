// 20,000 random and malformed requests in every run of the tests, other ones each time. `npm run fuzz` sends more.
import { expect, test } from "vitest";
import { contract } from "#kms/index.ts";
import { runFuzz } from "./run-fuzz.ts";

const count = 20_000;

test("20,000 random requests are all answered within the contract and leave a World that holds together", async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const { requests, answers } = await runFuzz(count, seed);
  expect(requests).toBe(count);
  // Requests that are all refused would prove little.
  const neverDone = Object.keys(contract).filter((operation) => !answers.get(operation)?.has("success"));
  expect(neverDone, `seed ${seed}`).toEqual([]);
}, 300_000);
