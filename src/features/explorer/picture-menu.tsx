// Exports PictureMenu: the map as a picture, copied or saved.
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { showFlash } from "#store/flashes.ts";
import type { Layout } from "./model/layout.ts";
import { mapSvg, pictureSize } from "./model/map-svg.ts";
import { copyPng, copySvg, type Picture, palettes, savePng, saveSvg } from "./picture-out.ts";

interface Props {
  readonly layout: Layout;
  readonly isApiName: boolean;
  readonly title: string;
}

export function PictureMenu({ layout, isApiName, title }: Props) {
  const draw = (): Picture => {
    const look = document.body.classList.contains("awsui-dark-mode") ? "dark" : "light";
    return { svg: mapSvg(layout, { palette: palettes[look], isApiName, title }), ...pictureSize(layout) };
  };
  return (
    <ButtonDropdown
      items={[
        { id: "save-svg", text: "Save as SVG" },
        { id: "save-png", text: "Save as PNG" },
        { id: "copy-svg", text: "Copy as SVG" },
        { id: "copy-png", text: "Copy as PNG" },
      ]}
      onItemClick={({ detail }) => void take(detail.id, draw())}
      disabled={layout.nodes.length === 0}
      disabledReason="There is nothing on the map."
    >
      Picture
    </ButtonDropdown>
  );
}

async function take(wish: string, picture: Picture): Promise<void> {
  try {
    if (wish === "save-svg") saveSvg(picture);
    else if (wish === "save-png") await savePng(picture);
    else {
      await (wish === "copy-svg" ? copySvg(picture) : copyPng(picture));
      showFlash({ type: "success", text: ["The picture of the map was copied."] });
    }
  } catch (error) {
    // The browser's refusal: no clipboard here, or a picture beyond what its canvas holds.
    const reason = error instanceof Error ? error.message : String(error);
    showFlash({ type: "error", header: "The picture could not be taken", text: [reason] });
  }
}
