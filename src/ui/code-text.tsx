// Exports CodeText: a text to be copied into a terminal or a file.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import SpaceBetween from "@cloudscape-design/components/space-between";

interface Props {
  /** What the text is, for the button's name. */
  readonly name: string;
  readonly text: string;
  /** For lines of a shell: puts them at the prompt of the sandbox's terminal. */
  readonly onSend?: (text: string) => void;
}

export function CodeText({ name, text, onSend }: Props) {
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="xs">
        <CopyToClipboard
          copyButtonText={`Copy ${name}`}
          copySuccessText={`${name} copied`}
          copyErrorText={`${name} could not be copied`}
          textToCopy={text}
        />
        {onSend && <Button onClick={() => onSend(text)}>To the terminal</Button>}
      </SpaceBetween>
      <Box variant="div" fontSize="body-s">
        <pre style={{ margin: 0, fontFamily: "monospace", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {text}
        </pre>
      </Box>
    </SpaceBetween>
  );
}
