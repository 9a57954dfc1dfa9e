// Exports ContextControl: the name-value pairs of an encryption context.
import AttributeEditor from "@cloudscape-design/components/attribute-editor";
import Input from "@cloudscape-design/components/input";
import type { ContextField } from "#features/crypto-operations/field.ts";
import type { ContextEntry } from "#features/crypto-operations/form-values.ts";
import { FieldRow } from "./field-row.tsx";
import type { FieldProps } from "./form-state.ts";

const parts = [
  { part: "name", label: "Name" },
  { part: "value", label: "Value" },
] as const;

export function ContextControl({ field, form }: FieldProps<ContextField>) {
  const entries = form.values.contexts[field.member] ?? [];
  const set = (next: readonly ContextEntry[]) => form.change({ contexts: { [field.member]: next } });
  return (
    <FieldRow field={field} error={form.errorOf(field.member)}>
      <AttributeEditor<ContextEntry>
        items={entries}
        empty="No pairs."
        addButtonText="Add pair"
        removeButtonText="Remove"
        removeButtonAriaLabel={({ name }) => `Remove pair ${name}`}
        onAddButtonClick={() => set([...entries, { name: "", value: "" }])}
        onRemoveButtonClick={({ detail }) => set(entries.filter((_, at) => at !== detail.itemIndex))}
        definition={parts.map(({ part, label }) => ({
          label,
          control: (entry, index) => (
            <Input
              value={entry[part]}
              ariaLabel={`${field.label}: ${label} ${index + 1}`}
              autoComplete={false}
              spellcheck={false}
              onChange={({ detail }) =>
                set(entries.map((old, at) => (at === index ? { ...old, [part]: detail.value } : old)))
              }
            />
          ),
        }))}
      />
    </FieldRow>
  );
}
