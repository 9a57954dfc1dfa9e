// Exports FileField: one file of the user's, read as bytes.
import FileUpload from "@cloudscape-design/components/file-upload";
import FormField from "@cloudscape-design/components/form-field";
import { useState } from "react";
import type { Bytes } from "#lib/bytes.ts";

export interface PickedFile {
  readonly file: File;
  readonly bytes: Bytes;
}

/** Far above what KMS takes, below what would make the page slow. */
const largestFile = 1024 * 1024;

export function pickedFile(name: string, bytes: Bytes): PickedFile {
  return { file: new File([bytes], name), bytes };
}

interface Props {
  readonly label: string;
  readonly picked: PickedFile | undefined;
  /** What is wrong, once somebody tried to go on. */
  readonly problem: string | undefined;
  readonly onChange: (picked: PickedFile | undefined) => void;
}

export function FileField({ label, picked, problem, onChange }: Props) {
  const [isTooLarge, setTooLarge] = useState(false);

  async function take([file]: readonly File[]): Promise<void> {
    const isLarge = file !== undefined && file.size > largestFile;
    setTooLarge(isLarge);
    onChange(file === undefined || isLarge ? undefined : { file, bytes: new Uint8Array(await file.arrayBuffer()) });
  }

  return (
    <FormField label={label} errorText={isTooLarge ? "The file is too large." : problem}>
      <FileUpload
        value={picked ? [picked.file] : []}
        showFileSize
        i18nStrings={{
          uploadButtonText: () => "Choose file",
          dropzoneText: () => "Drop file here",
          removeFileAriaLabel: (_index, name) => `Remove ${name}`,
        }}
        ariaRequired
        onChange={({ detail }) => void take(detail.value)}
      />
    </FormField>
  );
}
