/** A TypeScript entry and all that it imports as the text of one classic script (tools/vite/playground-scripts.ts). */
declare module "*?script" {
  export const script: string;
}
