// Exports copyText: puts a text into the clipboard, and words whether it got there.

/** @param name what the text is, at the beginning of a sentence. @returns what is to be said about it. */
export async function copyText(text: string, name: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return `${name} copied.`;
  } catch {
    // The browser may refuse it, or have no clipboard on a page without TLS.
    return `${name} could not be copied: ${text}`;
  }
}
