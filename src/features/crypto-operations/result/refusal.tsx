// Exports Refusal: an error as AWS answers it, and what it means.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { CryptoOperation } from "#features/crypto-operations/crypto-operation.ts";
import { explainError } from "#features/crypto-operations/explain-error.ts";
import type { KmsError } from "#kms/index.ts";

interface Props {
  readonly operation: CryptoOperation;
  readonly error: KmsError;
}

export function Refusal({ operation, error: { code, message } }: Props) {
  const meaning = explainError(operation, code);
  return (
    <Alert type={code === "DryRunOperationException" ? "info" : "error"} header={code}>
      <SpaceBetween size="xs">
        {message ? <Box variant="code">{message}</Box> : <Box>KMS sends no message with this error.</Box>}
        {meaning !== undefined && <Box>{meaning}</Box>}
      </SpaceBetween>
    </Alert>
  );
}
