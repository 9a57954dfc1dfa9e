// Exports firstLoadChunk: a build plugin that puts everything the first load needs into one file. Left to itself the bundler
// splits what pages share into some fifty small ones, and each costs a request before anything is shown.
import type { Plugin } from "vite";

export function firstLoadChunk(): Plugin {
  const first = new Set<string>();
  return {
    name: "kms-sandbox:first-load-chunk",
    apply: "build",
    config: () => ({
      build: {
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: "first-load", test: (id: string) => first.has(id) }] } },
        },
      },
    }),
    buildEnd() {
      const add = (id: string): void => {
        if (first.has(id)) return;
        first.add(id);
        this.getModuleInfo(id)?.importedIds.forEach(add);
      };
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) add(id);
    },
  };
}
