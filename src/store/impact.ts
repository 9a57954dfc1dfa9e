// Exports how a page asks for the preview of a change over itself, so that what is open on it stays. Features are strangers to
// each other: the page says what it would do, in the words of the explorer's URL, and the shell shows the explorer's preview.
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

interface Impact {
  /** A change as JSON, as `paths.explorer({ preview })` takes it. */
  readonly preview: string;
  /** Called once the change was made from its preview. */
  readonly onMade: () => void;
}

const asked = createStore<{ readonly impact: Impact | undefined }>(() => ({ impact: undefined }));

export function askImpact(impact: Impact): void {
  asked.setState({ impact });
}

export function closeImpact(): void {
  asked.setState({ impact: undefined });
}

export function useImpact(): Impact | undefined {
  return useStore(asked, ({ impact }) => impact);
}
