// Exports CopyButton: copies a text that is only made when it is asked for; what a program printed may be long.
import Button from "@cloudscape-design/components/button";
import { showFlash } from "#store/flashes.ts";

interface Props {
  /** In the middle of a sentence: `console output`. */
  readonly what: string;
  readonly text: () => string;
  readonly disabled: boolean;
}

export function CopyButton({ what, text, disabled }: Props) {
  const copy = (): Promise<unknown> =>
    navigator.clipboard.writeText(text()).then(
      () => showFlash({ id: "copied", type: "success", text: [`Copied the ${what}.`], isPassing: true }),
      () => showFlash({ id: "copied", type: "error", text: [`The browser does not let this page copy the ${what}.`] }),
    );
  return (
    <Button iconName="copy" ariaLabel={`Copy ${what}`} disabled={disabled} onClick={() => void copy()}>
      Copy
    </Button>
  );
}
