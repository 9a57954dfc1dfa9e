// Exports PolicyView: the text of a key policy, read-only, with line numbers. The numbers are those of a list, so they are
// neither selected nor copied with the text.
import Box from "@cloudscape-design/components/box";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import SpaceBetween from "@cloudscape-design/components/space-between";

export function PolicyView({ text }: { readonly text: string }) {
  return (
    <SpaceBetween size="xs">
      <CopyToClipboard
        copyButtonText="Copy policy"
        copySuccessText="Key policy copied"
        copyErrorText="The key policy could not be copied"
        textToCopy={text}
      />
      <Box variant="div" fontSize="body-s">
        <ol aria-label="Key policy" style={{ margin: 0, paddingInlineStart: "3.5em", fontFamily: "monospace" }}>
          {text.split("\n").map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of a text has no identity but its number
            <li key={at} style={{ paddingInlineStart: "0.5em", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {line === "" ? "\u00a0" : line}
            </li>
          ))}
        </ol>
      </Box>
    </SpaceBetween>
  );
}
