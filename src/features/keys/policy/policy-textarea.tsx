// Exports PolicyTextarea: a text field for a key policy, with the numbers of the lines and a way to the line that is wrong.
import Box from "@cloudscape-design/components/box";
import Textarea from "@cloudscape-design/components/textarea";
import { useEffect, useMemo, useRef } from "react";
import { lineRange } from "./line-range.ts";
import "./policy-textarea.css";

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How often somebody tried to go on with something wrong: each time the field gets the focus. */
  readonly attempts: number;
  /** The line that is wrong, from 1; it is marked then. */
  readonly wrongLine: number | undefined;
}

export function PolicyTextarea({ value, onChange, attempts, wrongLine }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => value.split("\n").map((_line, at) => at + 1), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the attempt counts; typing moves nothing
  useEffect(() => {
    const field = container.current?.querySelector("textarea");
    if (!field || attempts === 0) return;
    if (wrongLine !== undefined) {
      field.setSelectionRange(...lineRange(value, wrongLine));
      field.scrollTop = ((wrongLine - 1) / lines.length) * field.scrollHeight - field.clientHeight / 2;
    }
    field.focus();
  }, [attempts]);
  return (
    <div
      ref={container}
      className="policy-textarea"
      onScrollCapture={({ target }) => {
        if (numbers.current && target instanceof HTMLTextAreaElement) numbers.current.scrollTop = target.scrollTop;
      }}
    >
      <div ref={numbers} className="policy-textarea-lines" aria-hidden="true">
        <Box variant="div" color="text-body-secondary">
          <pre>{lines.join("\n")}</pre>
        </Box>
      </div>
      <Textarea
        value={value}
        rows={24}
        resize="vertical"
        spellcheck={false}
        disableBrowserAutocorrect
        onChange={({ detail }) => onChange(detail.value)}
      />
    </div>
  );
}
