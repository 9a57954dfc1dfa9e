// Exports Copyable: a text with a button in front of it that copies the text.
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import { IdentifierText } from "./identifier-text.tsx";

interface Props {
  readonly text: string;
  /** What the text is, for the button's name: "ARN", "key ID". */
  readonly name: string;
}

export function Copyable({ text, name }: Props) {
  return (
    <>
      {/* It shows no text itself: its own breaks anywhere, in the middle of a key ID, too. */}
      <CopyToClipboard
        variant="inline"
        textToCopy={text}
        textToDisplay=""
        copyButtonAriaLabel={`Copy ${name}`}
        copySuccessText={`${name} copied`}
        copyErrorText={`${name} could not be copied`}
      />
      <IdentifierText text={text} />
    </>
  );
}
