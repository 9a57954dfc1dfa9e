// Exports FieldControl: the control for a field of any kind.
import Checkbox from "@cloudscape-design/components/checkbox";
import Input from "@cloudscape-design/components/input";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import {
  type ChoiceField,
  enumValues,
  type Field,
  type NumberField,
  numberBounds,
  type ToggleField,
} from "#features/crypto-operations/field.ts";
import { AlgorithmControl } from "./algorithm-control.tsx";
import { BytesControl } from "./bytes-control.tsx";
import { ContextControl } from "./context-control.tsx";
import { FieldRow } from "./field-row.tsx";
import type { FieldProps } from "./form-state.ts";
import { KeyControl } from "./key-control.tsx";
import { MessageTypeControl } from "./message-type-control.tsx";

export function FieldControl({ field, form }: FieldProps<Field>) {
  switch (field.kind) {
    case "key":
      return <KeyControl field={field} form={form} />;
    case "bytes":
      return <BytesControl field={field} form={form} />;
    case "algorithm":
      return <AlgorithmControl field={field} form={form} />;
    case "message-type":
      return <MessageTypeControl field={field} form={form} />;
    case "choice":
      return <ChoiceControl field={field} form={form} />;
    case "number":
      return <NumberControl field={field} form={form} />;
    case "context":
      return <ContextControl field={field} form={form} />;
    case "toggle":
      return <ToggleControl field={field} form={form} />;
  }
}

const notSent: SelectProps.Option = { value: "", label: "Not sent" };

function ChoiceControl({ field, form }: FieldProps<ChoiceField>) {
  const options = [...enumValues(form.operation, field.member).map((value) => ({ value, label: value })), notSent];
  const value = form.values.texts[field.member] ?? "";
  return (
    <FieldRow field={field} error={form.errorOf(field.member)}>
      <Select
        selectedOption={options.find((option) => option.value === value) ?? notSent}
        options={options}
        onChange={({ detail }) => form.change({ texts: { [field.member]: detail.selectedOption.value ?? "" } })}
      />
    </FieldRow>
  );
}

function NumberControl({ field, form }: FieldProps<NumberField>) {
  const { min, max } = numberBounds(form.operation, field.member);
  return (
    <FieldRow
      field={field}
      error={form.errorOf(field.member)}
      constraint={`${min.toLocaleString("en-US")} to ${max.toLocaleString("en-US")}.`}
    >
      <Input
        value={form.values.texts[field.member] ?? ""}
        inputMode="numeric"
        autoComplete={false}
        onChange={({ detail }) => form.change({ texts: { [field.member]: detail.value } })}
      />
    </FieldRow>
  );
}

function ToggleControl({ field, form }: FieldProps<ToggleField>) {
  return (
    <Checkbox
      checked={form.values.toggles[field.member] ?? false}
      description={field.description}
      onChange={({ detail }) => form.change({ toggles: { [field.member]: detail.checked } })}
    >
      {field.label}
    </Checkbox>
  );
}
