// Exports what the CLI knows of a command: the members of its input and output, and how it pages.
import { kmsPager, type Pager } from "#cli/aws/out/paginate.ts";
import { contract, type Members, type OperationName } from "#kms/index.ts";

export interface CommandModel {
  readonly input: Members;
  readonly output: Members | null;
  /** Absent where the CLI asks once. */
  readonly pager?: Pager;
}

/** From the contract. The CLI pages by itself through all operations of KMS that answer page by page. */
export function kmsModel(operation: OperationName): CommandModel {
  const { input, output }: CommandModel = contract[operation];
  const isPaginated = Object.hasOwn(input, "Marker") && output !== null && Object.hasOwn(output, "NextMarker");
  return { input, output, ...(isPaginated && { pager: kmsPager(operation) }) };
}
