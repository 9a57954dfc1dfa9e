// Exports PictureMenu: the map as a picture, copied or saved.
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { type RefObject, useState } from "react";
import { showFlash } from "#store/flashes.ts";
import type { Layout } from "./model/layout.ts";
import { mapSvg, pictureSize } from "./model/map-svg.ts";
import { palettes } from "./model/palette.ts";
import { copyPng, copySvg, type Picture, savePng, saveSvg } from "./picture-out.ts";
import type { Lens, Scope } from "./types.ts";

interface Props {
  /** What is drawn of the map; undefined until it is. */
  readonly drawn: RefObject<Layout | undefined>;
  readonly lens: Lens;
  readonly scope: Scope;
  readonly focus: string | undefined;
  /** Why there is no map of which a picture could be taken. */
  readonly refusal: string | undefined;
}

export function PictureMenu({ drawn, lens, scope, focus, refusal }: Props) {
  // As the console is, until the other is chosen: slides may be darker or lighter than it.
  const [isDark, setDark] = useState<boolean>();
  const draw = (layout: Layout): Picture => {
    const look = (isDark ?? isDarkHere()) ? "dark" : "light";
    return {
      svg: mapSvg(layout, { palette: palettes[look], isApiName: lens === "api", title: titleOf(scope, focus) }),
      ...pictureSize(layout),
    };
  };
  return (
    <ButtonDropdown
      items={[
        { id: "save-svg", text: "Save as SVG" },
        { id: "save-png", text: "Save as PNG" },
        { id: "copy-svg", text: "Copy as SVG" },
        { id: "copy-png", text: "Copy as PNG" },
        { itemType: "checkbox", id: "dark", text: "Dark colors", checked: isDark ?? isDarkHere() },
      ]}
      onItemClick={({ detail }) => {
        if (detail.id === "dark") setDark(detail.checked === true);
        else if (drawn.current) void take(detail.id, draw(drawn.current));
        else showFlash({ type: "info", text: ["The map is still being drawn. Take its picture when it is there."] });
      }}
      disabled={refusal !== undefined}
      disabledReason={refusal ?? ""}
    >
      Picture
    </ButtonDropdown>
  );
}

const isDarkHere = (): boolean => document.body.classList.contains("awsui-dark-mode");

function titleOf({ account, regions }: Scope, focus: string | undefined): string {
  const place = regions.length === 1 ? `${account}, ${regions[0]}` : account;
  return focus === undefined ? `Aliases and keys of ${place}` : `${focus} in ${place}`;
}

async function take(wish: string, picture: Picture): Promise<void> {
  try {
    if (wish === "save-svg") saveSvg(picture);
    else if (wish === "save-png") await savePng(picture);
    else {
      await (wish === "copy-svg" ? copySvg(picture) : copyPng(picture));
      showFlash({ type: "success", text: ["The picture of the map was copied."], isPassing: true });
    }
  } catch (error) {
    // The browser's refusal: no clipboard here, or a picture beyond what its canvas holds.
    const reason = error instanceof Error ? error.message : String(error);
    showFlash({ type: "error", header: "The picture could not be taken", text: [reason] });
  }
}
