// Exports how the tabs of a workspace hear of each other. Messages hold commits, which hold no secrets.
import type { Commit } from "#kms/index.ts";

export type TabMessage =
  | { readonly type: "commit"; readonly commit: Commit }
  /** The workspace is no longer the one in use. */
  | { readonly type: "replaced" };

export interface WorkspaceChannel {
  publish(message: TabMessage): void;
  close(): void;
}

/** Joins the tabs on this channel; `onMessage` hears the others, never this one. */
export function joinChannel(name: string, onMessage: (message: TabMessage) => void): WorkspaceChannel {
  const channel = new BroadcastChannel(name);
  // Same origin, same code or a newer one: and a newer one has closed this tab's database before it speaks.
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => onMessage(data);
  return { publish: (message) => channel.postMessage(message), close: () => channel.close() };
}

/** For a workspace that no other tab can see. */
export const noChannel: WorkspaceChannel = { publish: () => undefined, close: () => undefined };
