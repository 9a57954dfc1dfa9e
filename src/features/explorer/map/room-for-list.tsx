// Exports RoomForList: room in a dialog under a list of keys to choose from, so that the list opens downwards. Without it the list
// opens over the title and the help of the dialog, where there is more room in the window.
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";

export function RoomForList({ children }: { readonly children: ReactNode }) {
  return (
    <div style={{ minBlockSize: "min(380px, 42vh)" }}>
      <SpaceBetween size="m">{children}</SpaceBetween>
    </div>
  );
}
