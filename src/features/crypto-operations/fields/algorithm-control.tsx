// Exports AlgorithmControl: the algorithms of the key first; the others stay to be chosen, to see what KMS answers.
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import { offerAlgorithms } from "#features/crypto-operations/algorithm-choice.ts";
import type { AlgorithmField } from "#features/crypto-operations/field.ts";
import { FieldRow } from "./field-row.tsx";
import type { FieldProps } from "./form-state.ts";

const toOption = (value: string): SelectProps.Option => ({ value, label: value });

export function AlgorithmControl({ field, form }: FieldProps<AlgorithmField>) {
  const key = form.keys[field.keyMember];
  const { ofKey, others } = offerAlgorithms(form.operation, field, form.keys);
  const chosen = form.algorithms[field.member] ?? "";
  const notSent: SelectProps.Option = { value: "", label: "Not sent (KMS takes SYMMETRIC_DEFAULT)" };
  const groups: SelectProps.OptionGroup[] = [
    { label: `Of this key (${key?.keySpec ?? ""})`, options: ofKey.map(toOption) },
    { label: key ? "Others, refused with this key" : "All algorithms", options: others.map(toOption) },
  ];
  const isStranger = key !== undefined && chosen !== "" && !ofKey.includes(chosen);
  return (
    <FieldRow
      field={field}
      error={form.errorOf(field.member)}
      warning={
        isStranger ? `The key (${key.keySpec}, ${key.keyUsage}) has no such algorithm; KMS will refuse it.` : undefined
      }
    >
      <Select
        selectedOption={chosen ? toOption(chosen) : field.isOptional ? notSent : null}
        placeholder="Choose an algorithm"
        options={[...(field.isOptional ? [notSent] : []), ...groups.filter(({ options }) => options.length > 0)]}
        onChange={({ detail }) => form.change({ texts: { [field.member]: detail.selectedOption.value ?? "" } })}
      />
    </FieldRow>
  );
}
