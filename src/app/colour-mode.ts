// Exports the colour mode: light or dark, by preference or by the system.
import { applyMode, Mode } from "@cloudscape-design/global-styles";
import { useEffect, useSyncExternalStore } from "react";
import { usePreferences } from "#store/preferences.ts";

const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(onChange: () => void): () => void {
  systemDark.addEventListener("change", onChange);
  return () => systemDark.removeEventListener("change", onChange);
}

/** Keeps the page's mode in step with the preference and the system. */
export function useColourMode(): void {
  const { colourMode } = usePreferences();
  const isSystemDark = useSyncExternalStore(subscribe, () => systemDark.matches);
  const isDark = colourMode === "dark" || (colourMode === "system" && isSystemDark);
  useEffect(() => applyMode(isDark ? Mode.Dark : Mode.Light), [isDark]);
}
