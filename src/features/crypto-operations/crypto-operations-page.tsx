// Exports CryptoOperationsPage (Sandbox > Cryptographic operations): request, way of the key ID, and result.
import Alert from "@cloudscape-design/components/alert";
import Badge from "@cloudscape-design/components/badge";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useMemo, useRef, useState } from "react";
import { useLinks, useLocation, usePlace } from "#store/location.ts";
import { type Location, paths } from "#store/paths.ts";
import { useWorld } from "#store/sandbox.ts";
import { principalOf } from "#store/use-call.ts";
import { algorithmsInEffect } from "./algorithm-choice.ts";
import { buildRequest } from "./build-request.ts";
import { type CryptoOperation, isCryptoOperation } from "./crypto-operation.ts";
import { operationTable } from "./operation-table.ts";
import { RequestForm } from "./request-form.tsx";
import { ResolutionPanel } from "./resolution-panel.tsx";
import { keysOf, resolveFormKeys } from "./resolve-form-keys.ts";
import { ResultPanel } from "./result/result-panel.tsx";
import { changeValues, getLastOperation, setLastOperation, useSession } from "./session.ts";
import { useRun } from "./use-run.ts";

const beside = [{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }];

export function CryptoOperationsPage() {
  const location = useLocation();
  const { params } = location;
  const { go } = useLinks();
  const asked = params.operation ?? getLastOperation();
  const operation = isCryptoOperation(asked) ? asked : "Encrypt";
  useOperationInAddress(operation, location);
  usePresetKey(operation, params.keyId);
  const open = (next: CryptoOperation) => go(paths.cryptoOperations({ operation: next }));
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<Badge color="blue">Sandbox extra</Badge>}
        description="The real AWS KMS console has no such page: there you use the API. The cryptography is real and runs in this browser; nothing leaves it."
      >
        Cryptographic operations
      </Header>
      {asked !== operation && (
        <Alert type="warning" header={`There is no operation "${asked}" here`}>
          The address names an operation that this page does not have. Choose one below.
        </Alert>
      )}
      <OperationPanels operation={operation} onOpen={open} />
    </SpaceBetween>
  );
}

/** An address that names no operation gets the one that is shown, so that Back finds it again whatever is opened next. */
function useOperationInAddress(operation: CryptoOperation, { path }: Location): void {
  const { go } = useLinks();
  // Exactly the bare address: this page may hear of the address of another one before it has gone.
  const isBare = path === paths.cryptoOperations();
  useEffect(() => {
    setLastOperation(operation);
    if (isBare) go(paths.cryptoOperations({ operation }), { replace: true });
  }, [operation, isBare, go]);
}

/** A URL may name the key to begin with. It fills the field when it is opened, not again while someone types. */
function usePresetKey(operation: CryptoOperation, keyId: string | undefined): void {
  useEffect(() => {
    const field = operationTable[operation].fields.find(({ kind }) => kind === "key");
    if (keyId !== undefined && field) changeValues(operation, { texts: { [field.member]: keyId } });
  }, [operation, keyId]);
}

interface PanelsProps {
  readonly operation: CryptoOperation;
  readonly onOpen: (operation: CryptoOperation) => void;
}

function OperationPanels({ operation, onOpen }: PanelsProps) {
  const world = useWorld((current) => current);
  const { account, region } = usePlace();
  const { values, outcome } = useSession(operation);
  const { isRunning, run } = useRun();
  const [runs, setRuns] = useState(0);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The form is long: whoever runs it should see what came of it.
    if (runs > 0) result.current?.scrollIntoView({ block: "nearest" });
  }, [runs]);

  const caller = useMemo(() => ({ account, region, principal: principalOf(account) }), [account, region]);
  const resolutions = useMemo(
    () => resolveFormKeys(world, caller, operation, values),
    [world, caller, operation, values],
  );
  const keys = useMemo(() => keysOf(world, caller, resolutions), [world, caller, resolutions]);
  const algorithms = useMemo(() => algorithmsInEffect(operation, values, keys), [operation, values, keys]);
  const request = useMemo(() => buildRequest(operation, values, algorithms), [operation, values, algorithms]);

  const send = async (): Promise<void> => {
    await run(operation, request.input, { ...values, texts: { ...values.texts, ...algorithms } });
    setRuns((count) => count + 1);
  };
  return (
    <SpaceBetween size="l">
      <Grid gridDefinition={beside}>
        <RequestForm
          operation={operation}
          values={values}
          keys={keys}
          algorithms={algorithms}
          errors={request.errors}
          isRunning={isRunning}
          onOpen={onOpen}
          onRun={() => void send()}
        />
        <ResolutionPanel operation={operation} resolutions={resolutions} keys={keys} />
      </Grid>
      {outcome && (
        <div ref={result}>
          <ResultPanel outcome={outcome} onOpen={onOpen} />
        </div>
      )}
    </SpaceBetween>
  );
}
