// Exports the hook that puts the keyboard into the first field that is wrong, once the page shows which fields are.
import { type RefObject, useEffect, useRef, useState } from "react";

export interface InvalidFocus {
  /** For the element in which a wrong field is looked for. */
  readonly container: RefObject<HTMLDivElement | null>;
  /** Takes effect after the next drawing. Cloudscape's wizard has moved the focus to the title of a new step by then. */
  focusInvalid(): void;
}

export function useInvalidFocus(): InvalidFocus {
  const container = useRef<HTMLDivElement>(null);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    if (attempts > 0) container.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [attempts]);
  return { container, focusInvalid: () => setAttempts((count) => count + 1) };
}
