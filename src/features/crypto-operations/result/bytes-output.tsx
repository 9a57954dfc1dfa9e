// Exports BytesOutput: bytes of an answer in the view that the user likes, to be copied or downloaded.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { download } from "#ui/download.ts";
import { type ByteView, byteViews, showBytes } from "./show-bytes.ts";

const viewNames = { text: "Text", base64: "Base64", hex: "Hex", pem: "PEM" } as const;

interface Props {
  readonly member: string;
  readonly bytes: Uint8Array;
}

export function BytesOutput({ member, bytes }: Props) {
  const isPublicKey = member === "PublicKey";
  const views = byteViews.filter((view) => (isPublicKey ? view !== "text" : view !== "pem"));
  const [chosen, setChosen] = useState<ByteView>(isPublicKey ? "pem" : "text");
  // What is no text is shown in base64, as it travels in the API.
  const view: ByteView = showBytes(bytes, chosen) === undefined ? "base64" : chosen;
  const shown = showBytes(bytes, view) ?? "";
  const save = (): void =>
    view === "pem"
      ? download(`${member}.pem`, shown, "application/x-pem-file")
      : download(`${member}.bin`, new Uint8Array(bytes), "application/octet-stream");
  return (
    <SpaceBetween size="xxs">
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <SegmentedControl
          label={`View of ${member}`}
          selectedId={view}
          options={views.map((id) => ({
            id,
            text: viewNames[id],
            ...(showBytes(bytes, id) === undefined
              ? { disabled: true, disabledReason: "These bytes are no text." }
              : {}),
          }))}
          onChange={({ detail }) => setChosen(byteViews.find((known) => known === detail.selectedId) ?? view)}
        />
        <CopyToClipboard
          variant="icon"
          textToCopy={shown}
          copyButtonAriaLabel={`Copy ${member}`}
          copySuccessText={`${member} copied`}
          copyErrorText={`${member} could not be copied`}
        />
        <Button variant="icon" iconName="download" ariaLabel={`Download ${member}`} formAction="none" onClick={save} />
        <Box color="text-body-secondary">{bytes.length.toLocaleString("en-US")} bytes</Box>
      </SpaceBetween>
      <Textarea
        readOnly
        ariaLabel={member}
        value={shown}
        spellcheck={false}
        rows={Math.min(10, Math.max(1, Math.ceil(shown.length / 100), shown.split("\n").length))}
      />
    </SpaceBetween>
  );
}
