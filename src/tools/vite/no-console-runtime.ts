// Exports noConsoleRuntime: a build plugin that leaves out a drawer of Cloudscape's app layout which only the real AWS
// console can fill (its runtime announces features there). It brings the whole drag-and-drop library into the first load.
import type { Plugin } from "vite";

const drawer = /app-layout\/visual-refresh-toolbar\/drawer\/feature-notifications-drawer-content\.js$/;

export function noConsoleRuntime(): Plugin {
  let found = false;
  return {
    name: "kms-sandbox:no-console-runtime",
    apply: "build",
    load: {
      filter: { id: drawer },
      handler() {
        found = true;
        return "export const RuntimeContentPart = () => null;\nexport default () => null;\n";
      },
    },
    buildEnd(error) {
      // Another version of Cloudscape may keep it elsewhere; then this plugin would be left behind unnoticed.
      if (!error && !found) this.error("the feature drawer of Cloudscape's app layout was not met");
    },
  };
}
