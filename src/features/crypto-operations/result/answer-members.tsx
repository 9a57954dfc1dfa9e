// Exports AnswerMembers: the members of an answer, named as the API names them.
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { CryptoOperation } from "#features/crypto-operations/crypto-operation.ts";
import type { Answer } from "#features/crypto-operations/hand-over.ts";
import { contract, type Members } from "#kms/index.ts";
import { Copyable } from "#ui/copyable.tsx";
import { BytesOutput } from "./bytes-output.tsx";

interface Props {
  readonly operation: CryptoOperation;
  readonly answer: Answer;
}

export function AnswerMembers({ operation, answer }: Props) {
  const members: Members = contract[operation].output;
  return (
    <SpaceBetween size="m">
      {Object.keys(members)
        .filter((member) => answer[member] !== undefined)
        .map((member) => (
          <div key={member}>
            <Box variant="awsui-key-label">{member}</Box>
            <Value member={member} value={answer[member]} />
          </div>
        ))}
    </SpaceBetween>
  );
}

function Value({ member, value }: { readonly member: string; readonly value: unknown }) {
  if (value instanceof Uint8Array) return <BytesOutput member={member} bytes={value} />;
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  return typeof value === "boolean" ? <Box>{text}</Box> : <Copyable text={text} name={member} />;
}
