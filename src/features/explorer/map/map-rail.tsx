// Exports MapRail, beside the map: zoom, fit and the mini-map. It stands outside, so that it covers nothing.
import Button from "@cloudscape-design/components/button";
import type { Layout } from "#features/explorer/model/layout.ts";
import { MiniMap } from "./mini-map.tsx";
import type { Camera } from "./use-camera.ts";

export function MapRail({ layout, camera }: { readonly layout: Layout; readonly camera: Camera }) {
  return (
    <div className="map-rail">
      <Button iconName="zoom-in" variant="icon" ariaLabel="Zoom in" onClick={() => camera.zoom("in")} />
      <Button iconName="zoom-out" variant="icon" ariaLabel="Zoom out" onClick={() => camera.zoom("out")} />
      <Button
        iconName="zoom-to-fit"
        variant="icon"
        ariaLabel="Fit the map into the frame"
        onClick={() => camera.showAll()}
      />
      <MiniMap layout={layout} camera={camera} />
    </div>
  );
}
