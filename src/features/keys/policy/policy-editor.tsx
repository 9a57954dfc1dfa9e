// Exports PolicyEditor: the raw JSON of a key policy, the statements in it, and what is wrong with it.
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useMemo } from "react";
import { quotas } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { policyText, readPolicyText } from "./policy-document.ts";
import { PolicyTextarea } from "./policy-textarea.tsx";
import { StatementBuilder } from "./statement-builder.tsx";

interface Props {
  readonly account: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Why KMS refused the policy. */
  readonly refusal?: string | undefined;
  /** How often somebody tried to go on with a policy that is wrong. */
  readonly attempts: number;
}

export function PolicyEditor({ account, text, onChange, refusal, attempts }: Props) {
  const reading = useMemo(() => readPolicyText(text), [text]);
  const problem = reading.type === "problem" ? reading.text : refusal;
  const bytes = encodeUtf8(text).length.toLocaleString("en-US");
  return (
    <SpaceBetween size="l">
      {/* The field is tall: what stands under it may be out of sight. */}
      <StatusIndicator type={problem === undefined ? "success" : "error"} wrapText>
        {problem ?? "The key policy has no JSON errors."}
      </StatusIndicator>
      <FormField
        label="Key policy"
        stretch
        constraintText={`JSON. ${bytes} of ${quotas.policyBytes.toLocaleString("en-US")} bytes.`}
        {...(problem === undefined ? {} : { errorText: problem })}
      >
        <PolicyTextarea
          value={text}
          onChange={onChange}
          attempts={attempts}
          wrongLine={reading.type === "problem" ? reading.line : undefined}
        />
      </FormField>
      {reading.type === "policy" && (
        <StatementBuilder
          account={account}
          document={reading.document}
          onChange={(document) => onChange(policyText(document))}
        />
      )}
    </SpaceBetween>
  );
}
