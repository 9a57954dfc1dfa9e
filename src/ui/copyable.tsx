// Exports Copyable: a text with a button in front of it that copies the text.
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";

interface Props {
  readonly text: string;
  /** What the text is, for the button's name: "ARN", "key ID". */
  readonly name: string;
}

export function Copyable({ text, name }: Props) {
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      textToDisplay={text}
      copyButtonAriaLabel={`Copy ${name}`}
      copySuccessText={`${name} copied`}
      copyErrorText={`${name} could not be copied`}
    />
  );
}
