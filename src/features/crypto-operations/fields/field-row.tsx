// Exports FieldRow: label, name of the API member, description and error around a control.
import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import type { Field } from "#features/crypto-operations/field.ts";

interface Props {
  readonly field: Field;
  readonly error: string | undefined;
  readonly warning?: string | undefined;
  readonly constraint?: ReactNode;
  /** Stands beside the label. A second control among the children would take the label, the id and the error of the first. */
  readonly besideLabel?: ReactNode;
  readonly children: ReactNode;
}

export function FieldRow({ field, error, warning, constraint, besideLabel, children }: Props) {
  const { label, member, description, isOptional } = field;
  return (
    <FormField
      stretch
      label={
        isOptional ? (
          <>
            {label} <i>- optional</i>
          </>
        ) : (
          label
        )
      }
      info={
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          <Box variant="code">{member}</Box>
          {besideLabel}
        </SpaceBetween>
      }
      description={description}
      errorText={error}
      warningText={warning}
      constraintText={constraint}
    >
      {children}
    </FormField>
  );
}
