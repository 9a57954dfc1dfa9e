// `npm run fuzz -- [count] [seed]`: as many random requests as wanted (1,000,000), from a seed on that repeats them.
import { runFuzz } from "./run-fuzz.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const [count = 1_000_000, seed = Math.floor(Math.random() * 2 ** 31)] = process.argv.slice(2).map(Number);
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write("npm run fuzz -- [count] [seed]: both are whole numbers, count at least 1.\n");
  process.exit(2);
}
say(`Seed ${seed}`);
const begin = performance.now();
const { answers } = await runFuzz(count, seed, (sent) => {
  if (sent % 10_000 === 0) say(`${sent} requests, ${((performance.now() - begin) / 1000).toFixed(0)} s`);
});
for (const [operation, outcomes] of [...answers].sort())
  say(`${operation}: ${[...outcomes].map(([outcome, times]) => `${outcome} ${times}`).join(", ")}`);
say(`${count} requests, none answered outside the contract.`);
