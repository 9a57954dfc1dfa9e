// Exports useMedia: whether a media query holds, now and as it changes.
import { useSyncExternalStore } from "react";

/** `media` must keep its identity: one list per query, made outside the component. */
export function useMedia(media: MediaQueryList): boolean {
  return useSyncExternalStore(
    (onChange) => {
      media.addEventListener("change", onChange);
      return () => media.removeEventListener("change", onChange);
    },
    () => media.matches,
  );
}
