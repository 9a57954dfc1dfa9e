// Exports how a benchmark compares: ours and a reference alternate in one run, so that a slow moment of the machine hits both.

/** One line of the result. Times are per operation, in `unit`. */
export interface BenchRow {
  readonly name: string;
  readonly ours: number;
  readonly reference: number;
  readonly ratio: number;
  readonly goal: string;
  /** Undefined where there is no goal. */
  readonly met: boolean | undefined;
  readonly unit: "µs" | "ms";
}

export type Goal = { readonly ratio: number } | { readonly ours: number };

export function benchRow(
  name: string,
  ours: number,
  reference: number,
  goal: Goal | undefined,
  unit: BenchRow["unit"],
): BenchRow {
  const ratio = ours / reference;
  return { name, ours, reference, ratio, ...judged(ours, ratio, goal, unit), unit };
}

function judged(ours: number, ratio: number, goal: Goal | undefined, unit: string): Pick<BenchRow, "goal" | "met"> {
  if (goal === undefined) return { goal: "", met: undefined };
  if ("ratio" in goal) return { goal: `ratio <= ${goal.ratio}`, met: ratio <= goal.ratio };
  return { goal: `<= ${Number(goal.ours.toPrecision(3))} ${unit}`, met: ours <= goal.ours };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

interface Contest {
  readonly rounds: number;
  /** Operations per round. */
  readonly count: number;
}

/** Milliseconds per operation, the median over the rounds; a first round warms up and does not count. */
export async function contest(
  { rounds, count }: Contest,
  ours: (i: number) => unknown,
  reference: (i: number) => unknown,
): Promise<{ ours: number; reference: number }> {
  const times = { ours: [] as number[], reference: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? (["ours", "reference"] as const) : (["reference", "ours"] as const);
    for (const side of order) {
      const run = side === "ours" ? ours : reference;
      const started = performance.now();
      for (let i = 0; i < count; i += 1) await run(round * count + i);
      const each = (performance.now() - started) / count;
      if (round > 0) times[side].push(each);
    }
  }
  return { ours: median(times.ours), reference: median(times.reference) };
}
