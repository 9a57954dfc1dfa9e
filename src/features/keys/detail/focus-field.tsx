// Exports FocusField: puts the keyboard into the field of a dialog, which would otherwise begin at its close button.
import { type RefObject, useEffect } from "react";

/** Stands inside the dialog. The dialog first notes what to give the focus back to, so this waits until it has. */
export function FocusField({ field }: { readonly field: RefObject<{ focus(): void } | null> }) {
  useEffect(() => queueMicrotask(() => field.current?.focus()), [field]);
  return null;
}
