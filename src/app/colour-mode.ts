// Exports the look: light or dark by preference or system, and the console's orange primary button.
import { applyTheme, type Theme } from "@cloudscape-design/components/theming";
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

const orange = "#ff9900";
const hover = "#ffac31";
const text = "#161d26";

const consoleTheme: Theme = {
  tokens: {
    colorBackgroundButtonPrimaryDefault: orange,
    colorBackgroundButtonPrimaryHover: hover,
    colorBackgroundButtonPrimaryActive: hover,
    colorBorderButtonPrimaryDefault: orange,
    colorBorderButtonPrimaryHover: hover,
    colorBorderButtonPrimaryActive: hover,
    colorTextButtonPrimaryDefault: text,
    colorTextButtonPrimaryHover: text,
    colorTextButtonPrimaryActive: text,
  },
};

/** Gives primary buttons the colours of the real console; called once, before the first render. */
export function applyConsoleTheme(): void {
  applyTheme({ theme: consoleTheme });
}
