// Exports MessageTypeControl: whether KMS hashes the message or the caller has done so, with the means to do so here.
import Button from "@cloudscape-design/components/button";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { digestMessage, hashOf } from "#features/crypto-operations/digest-message.ts";
import type { MessageTypeField } from "#features/crypto-operations/field.ts";
import { readBytes } from "#features/crypto-operations/read-bytes.ts";
import { encodeHex } from "#lib/bytes.ts";
import { FieldRow } from "./field-row.tsx";
import type { FieldProps } from "./form-state.ts";

const types = [
  { value: "RAW", label: "RAW", description: "KMS hashes the message." },
  {
    value: "DIGEST",
    label: "DIGEST",
    description: "The message has been hashed already; KMS signs the digest as it is.",
  },
];

export function MessageTypeControl({ field, form }: FieldProps<MessageTypeField>) {
  const type = form.values.texts[field.member] ?? "RAW";
  return (
    <FieldRow field={field} error={form.errorOf(field.member)}>
      <SpaceBetween size="xs">
        <RadioGroup
          value={type}
          items={types}
          onChange={({ detail }) => form.change({ texts: { [field.member]: detail.value } })}
        />
        {type === "DIGEST" && <HashMessage field={field} form={form} />}
      </SpaceBetween>
    </FieldRow>
  );
}

function HashMessage({ field, form }: FieldProps<MessageTypeField>) {
  const hash = hashOf(form.algorithms[field.algorithmMember] ?? "");
  const value = form.values.bytes[field.messageMember];
  const message = value && readBytes(value).bytes;
  const disabledReason = !hash
    ? "Choose a signing algorithm that hashes with SHA-256, SHA-384 or SHA-512 first."
    : !message || message.length === 0
      ? "Enter the message first."
      : message.length === hash.bytes
        ? `The message has ${hash.bytes} bytes already, as a digest of this algorithm has.`
        : undefined;
  const replace = async (): Promise<void> => {
    if (!hash || !message) return;
    const text = encodeHex(await digestMessage(hash.name, message));
    form.change({ bytes: { [field.messageMember]: { format: "hex", text } } });
  };
  return (
    <Button
      formAction="none"
      disabled={disabledReason !== undefined}
      {...(disabledReason === undefined ? {} : { disabledReason })}
      onClick={() => void replace()}
    >
      {hash ? `Replace the message with its ${hash.name} digest` : "Replace the message with its digest"}
    </Button>
  );
}
