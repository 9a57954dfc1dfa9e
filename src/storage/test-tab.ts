// For tests of this folder only: a tab, which is an engine on an open workspace.
import {
  applyDiff,
  type Commit,
  createEngine,
  type Engine,
  type Inputs,
  type OperationName,
  type Outputs,
  type World,
} from "#kms/index.ts";
import { type OpenWorkspaceOptions, openWorkspace } from "./open-workspace.ts";
import type { Workspace } from "./workspace.ts";

export interface TestTab {
  readonly workspace: Workspace;
  readonly engine: Engine;
  world(): World;
  /** The commits of other tabs, as they came. */
  readonly received: readonly Commit[];
  /** Calls as the administrator of 111122223333 in us-west-2. */
  call<N extends OperationName>(operation: N, input: Inputs[N]): Promise<Outputs[N]>;
}

export async function openTab(options: OpenWorkspaceOptions): Promise<TestTab> {
  const workspace = await openWorkspace(options);
  let { world } = workspace;
  const received: Commit[] = [];
  const apply = ({ seq, diff }: Commit): void => {
    world = applyDiff(world, diff, seq);
  };
  workspace.subscribe((commit) => {
    received.push(commit);
    apply(commit);
  });
  const engine = createEngine({
    ...workspace,
    now: options.now ?? Date.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    state: { get: () => world, apply },
    strict: true,
  });
  const caller = { account: "111122223333", region: "us-west-2", principal: "arn:aws:iam::111122223333:user/Alice" };
  return {
    workspace,
    engine,
    world: () => world,
    received,
    call: (operation, input) => engine.call({ ...caller, operation, input }),
  };
}
