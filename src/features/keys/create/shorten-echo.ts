// Exports shortenEcho: KMS repeats a value that it refuses in full, and a value can be thousands of characters. Beside a form,
// which shows the value anyway, its beginning is enough; the API calls keep the answer as it came.

const longest = 100;

/** The text of a refusal in which each value that is longer than 100 characters is cut there, with its length behind it. */
export function shortenEcho(text: string): string {
  return text.replace(/Value '(.*?)' at '/gs, (echo, value: string) =>
    value.length > longest ? `Value '${value.slice(0, longest)}…' (${value.length} characters) at '` : echo,
  );
}
