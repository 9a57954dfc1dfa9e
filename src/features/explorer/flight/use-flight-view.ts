// Exports useFlightView: turns the explorer to the alias that flies, in all Regions, and back again. Where there is much to be
// seen, an alias is not drawn by itself, and the gap of a name that one Region alone has is drawn only under focus.
import { useState } from "react";
import { useLinks, useLocation } from "#store/location.ts";
import { paths } from "#store/paths.ts";

type Face = NonNullable<Parameters<typeof paths.explorer>[0]>;

interface FlightView {
  focusOn(aliasName: string): void;
  /** Shows what was shown before, unless something else has been chosen since, and takes the flight out of the URL. */
  leave(): void;
}

export function useFlightView(): FlightView {
  const { params } = useLocation();
  const { go } = useLinks();
  const [before, setBefore] = useState<Pick<Face, "focus" | "regions"> & { readonly flying: string }>();
  const face = params as Face; // written as it was read: the page judges what it says
  const isAsLeft = before !== undefined && face.focus === before.flying && face.regions === undefined;
  return {
    focusOn(aliasName) {
      if (face.focus === aliasName && face.regions === undefined) return;
      const { focus, regions } = isAsLeft ? before : face;
      setBefore({ focus, regions, flying: aliasName });
      go(paths.explorer({ ...face, focus: aliasName, regions: undefined }), { replace: true });
    },
    leave() {
      const { focus, regions } = isAsLeft ? before : face;
      setBefore(undefined);
      go(paths.explorer({ ...face, focus, regions, flight: undefined }), { replace: true });
    },
  };
}
