// Exports PolicyEditor: the raw JSON of a key policy, the statements in it, and what is wrong with it.
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useMemo } from "react";
import { quotas } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { policyText, readPolicyText } from "./policy-document.ts";
import { StatementBuilder } from "./statement-builder.tsx";

interface Props {
  readonly account: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Why KMS refused the policy. */
  readonly refusal?: string | undefined;
}

export function PolicyEditor({ account, text, onChange, refusal }: Props) {
  const reading = useMemo(() => readPolicyText(text), [text]);
  const problem = reading.type === "problem" ? reading.text : refusal;
  const bytes = encodeUtf8(text).length.toLocaleString("en-US");
  return (
    <SpaceBetween size="l">
      <FormField
        label="Key policy"
        stretch
        constraintText={`JSON. ${bytes} of ${quotas.policyBytes.toLocaleString("en-US")} bytes.`}
        {...(problem === undefined ? {} : { errorText: problem })}
      >
        <Textarea
          value={text}
          rows={24}
          spellcheck={false}
          disableBrowserAutocorrect
          onChange={({ detail }) => onChange(detail.value)}
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
