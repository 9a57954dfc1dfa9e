// Exports RequestForm: the chooser of operations and the form that the table of operations describes.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { BuiltRequest } from "./build-request.ts";
import { type CryptoOperation, cryptoOperations, isCryptoOperation } from "./crypto-operation.ts";
import { FieldControl } from "./fields/field-control.tsx";
import type { FormState } from "./fields/form-state.ts";
import { operationTable } from "./operation-table.ts";
import { changeValues, clearOperation, clearOutcome } from "./session.ts";

const toOption = (operation: CryptoOperation): SelectProps.Option => ({
  value: operation,
  label: operation,
  description: operationTable[operation].summary,
});

const groups: readonly SelectProps.OptionGroup[] = [
  ...new Set(cryptoOperations.map((operation) => operationTable[operation].group)),
].map((label) => ({
  label,
  options: cryptoOperations.filter((operation) => operationTable[operation].group === label).map(toOption),
}));

interface Props extends Pick<FormState, "operation" | "values" | "keys" | "algorithms"> {
  readonly errors: BuiltRequest["errors"];
  readonly isRunning: boolean;
  readonly onOpen: (operation: CryptoOperation) => void;
  readonly onRun: () => void;
}

export function RequestForm({ operation, values, keys, algorithms, errors, isRunning, onOpen, onRun }: Props) {
  const [attempt, setAttempt] = useState({ operation, count: 0 });
  const attempts = attempt.operation === operation ? attempt.count : 0;
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempts > 0) element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [attempts]);

  const form: FormState = {
    ...{ operation, values, keys, algorithms },
    errorOf(member) {
      const error = errors[member];
      return error && (attempts > 0 || !error.isMissing) ? error.text : undefined;
    },
    change: (change) => changeValues(operation, change),
  };
  const submit = (): void => {
    if (isRunning) return;
    if (Object.keys(errors).length === 0) return onRun();
    setAttempt({ operation, count: attempts + 1 });
    clearOutcome(operation); // or the last run's result would pass for that of this one
  };
  const submitByKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };

  return (
    <form
      ref={element}
      aria-label={`Request: ${operation}`}
      onKeyDown={submitByKey}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Container header={<Header variant="h2">Request</Header>}>
        <SpaceBetween size="l">
          <FormField label="Operation" description={operationTable[operation].summary} stretch>
            <Select
              selectedOption={toOption(operation)}
              options={groups}
              onChange={({ detail }) => {
                const { value = "" } = detail.selectedOption;
                if (isCryptoOperation(value)) onOpen(value);
              }}
            />
          </FormField>
          {operationTable[operation].fields.map((field) => (
            <FieldControl key={`${operation} ${field.member}`} field={field} form={form} />
          ))}
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <Button variant="primary" loading={isRunning} loadingText={`Running ${operation}`}>
              Run
            </Button>
            <Button
              formAction="none"
              onClick={() => {
                clearOperation(operation);
                setAttempt({ operation, count: 0 });
              }}
            >
              Clear
            </Button>
            <Box color="text-body-secondary" fontSize="body-s">
              Ctrl+Enter runs it, too.
            </Box>
          </SpaceBetween>
        </SpaceBetween>
      </Container>
    </form>
  );
}
