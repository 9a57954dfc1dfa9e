// Exports the colour mode: light or dark, by preference or by the system.
import { applyMode, Mode } from "@cloudscape-design/global-styles";
import { useEffect } from "react";
import { usePreferences } from "#store/preferences.ts";
import { useMedia } from "./use-media.ts";

const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

/** Keeps the page's mode in step with the preference and the system. */
export function useColourMode(): void {
  const { colourMode } = usePreferences();
  const isSystemDark = useMedia(systemDark);
  const isDark = colourMode === "dark" || (colourMode === "system" && isSystemDark);
  useEffect(() => applyMode(isDark ? Mode.Dark : Mode.Light), [isDark]);
}
