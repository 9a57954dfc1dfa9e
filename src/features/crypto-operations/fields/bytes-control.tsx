// Exports BytesControl: bytes as text, base64, hexadecimal digits or from a file, counted against the limit of the member.
import FileUpload from "@cloudscape-design/components/file-upload";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { type BytesField, byteLimit } from "#features/crypto-operations/field.ts";
import { type BytesValue, bytesFormats, readBytes, reformat } from "#features/crypto-operations/read-bytes.ts";
import { FieldRow } from "./field-row.tsx";
import type { FieldProps } from "./form-state.ts";

/** Far above every limit, so that one can see KMS refuse; below what would make the page slow. */
const readableFileBytes = 1024 * 1024;

const formatNames = { text: "Text", base64: "Base64", hex: "Hex", file: "File" } as const;
const placeholders = { text: "", base64: "SGVsbG8=", hex: "48656c6c6f", file: "" } as const;
const grouped = (count: number): string => count.toLocaleString("en-US");

export function BytesControl({ field, form }: FieldProps<BytesField>) {
  const [fileError, setFileError] = useState<string>();
  const limit = byteLimit(form.operation, field.member);
  const value: BytesValue = form.values.bytes[field.member] ?? { format: field.startsAs, text: "" };
  const count = readBytes(value).bytes?.length;
  const set = (next: BytesValue) => form.change({ bytes: { [field.member]: next } });

  const take = async ([file]: readonly File[]): Promise<void> => {
    setFileError(undefined);
    if (!file) return set({ format: "file", text: value.text });
    if (file.size > readableFileBytes)
      return setFileError(
        `${file.name} has ${grouped(file.size)} bytes; KMS takes ${grouped(limit)} bytes here at most.`,
      );
    set({ ...value, file: { file, bytes: new Uint8Array(await file.arrayBuffer()) } });
  };

  return (
    <FieldRow
      field={field}
      error={(value.format === "file" ? fileError : undefined) ?? form.errorOf(field.member)}
      warning={
        count !== undefined && count > limit
          ? `KMS takes ${grouped(limit)} bytes here at most and will refuse this.`
          : undefined
      }
      besideLabel={
        <SegmentedControl
          label={`Format of ${field.label}`}
          selectedId={value.format}
          options={bytesFormats.map((id) => ({ id, text: formatNames[id] }))}
          onChange={({ detail }) => {
            const format = bytesFormats.find((known) => known === detail.selectedId);
            if (format) set(reformat(value, format));
          }}
        />
      }
      constraint={`${count === undefined ? "Up to" : `${grouped(count)} of`} ${grouped(limit)} bytes`}
    >
      {value.format === "file" ? (
        <FileUpload
          value={value.file ? [value.file.file] : []}
          showFileSize
          constraintText={`One file of up to ${grouped(limit)} bytes. It stays in this page.`}
          i18nStrings={{
            uploadButtonText: () => "Choose file",
            dropzoneText: () => "Drop file here",
            removeFileAriaLabel: (_index, name) => `Remove ${name}`,
          }}
          onChange={({ detail }) => void take(detail.value)}
        />
      ) : (
        <Textarea
          value={value.text}
          rows={3}
          spellcheck={false}
          autoComplete={false}
          placeholder={placeholders[value.format]}
          onChange={({ detail }) => set({ ...value, text: detail.value })}
        />
      )}
    </FieldRow>
  );
}
