// Exports WrappingSection, the first part of an import: the wrapping public key and import token to be downloaded, and, as an
// extra of the sandbox, key material that the page makes and wraps itself.
import Alert from "@cloudscape-design/components/alert";
import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { AlgorithmSpec, KeyRecord, WrappingKeySpec } from "#kms/index.ts";
import type { Bytes } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import { formatTime } from "#lib/time-text.ts";
import { useSaving } from "#store/use-saving.ts";
import { download } from "#ui/download.ts";
import { wrapMaterial } from "./wrap-material.ts";
import { canWrapHere, materialBytes, wrappingAlgorithms, wrappingSpecs } from "./wrapping-choices.ts";

interface Parameters {
  readonly publicKey: Bytes;
  readonly algorithm: AlgorithmSpec;
  /** Epoch milliseconds. */
  readonly validTo: number;
}

interface Props {
  readonly keyRecord: KeyRecord;
  /** Told when a token was downloaded, and when the page has wrapped key material. */
  readonly onToken: (token: Bytes) => void;
  readonly onWrapped: (wrapped: Bytes) => void;
}

const binary = "application/octet-stream";

export function WrappingSection({ keyRecord: key, onToken, onWrapped }: Props) {
  const { save, isSaving, error } = useSaving();
  const algorithms = wrappingAlgorithms(key).map((value) => ({ value, label: value }));
  const [spec, setSpec] = useState<WrappingKeySpec>("RSA_4096");
  const [algorithm, setAlgorithm] = useState(algorithms[0]?.value ?? "RSAES_OAEP_SHA_256");
  const [parameters, setParameters] = useState<Parameters>();

  async function getParameters(): Promise<void> {
    await save(async (action) => {
      const answer = await action.call("GetParametersForImport", {
        KeyId: key.keyId,
        WrappingAlgorithm: algorithm,
        WrappingKeySpec: spec,
      });
      invariant(answer.PublicKey && answer.ImportToken && answer.ParametersValidTo, "all three are always answered");
      const [publicKey, token] = [new Uint8Array(answer.PublicKey), new Uint8Array(answer.ImportToken)];
      setParameters({ publicKey, algorithm, validTo: answer.ParametersValidTo * 1000 });
      onToken(token);
      download("WrappingPublicKey.bin", publicKey, binary);
      download("ImportToken.bin", token, binary);
    });
  }

  /** The key material is downloaded as well: without it, it could never be imported again. */
  async function makeMaterial({ publicKey, algorithm: wrapping }: Parameters): Promise<void> {
    const material = crypto.getRandomValues(new Uint8Array(materialBytes(key.keySpec) ?? 0));
    onWrapped(await wrapMaterial(publicKey, wrapping, material));
    download("PlaintextKeyMaterial.bin", material, binary);
  }

  return (
    <SpaceBetween size="m">
      <Header variant="h3">Wrapping public key and import token</Header>
      <ColumnLayout columns={2}>
        <FormField label="Select wrapping key spec">
          <Select
            options={wrappingSpecs}
            selectedOption={wrappingSpecs.find(({ value }) => value === spec) ?? null}
            expandToViewport
            onChange={({ detail }) => {
              const chosen = wrappingSpecs.find(({ value }) => value === detail.selectedOption.value);
              if (chosen) setSpec(chosen.value);
            }}
          />
        </FormField>
        <FormField label="Select wrapping algorithm">
          <Select
            options={algorithms}
            selectedOption={algorithms.find(({ value }) => value === algorithm) ?? null}
            expandToViewport
            onChange={({ detail }) => {
              const chosen = algorithms.find(({ value }) => value === detail.selectedOption.value);
              if (chosen) setAlgorithm(chosen.value);
            }}
          />
        </FormField>
      </ColumnLayout>
      <Button
        iconName="download"
        loading={isSaving}
        loadingText="Making a wrapping key"
        onClick={() => void getParameters()}
      >
        Download wrapping public key and import token
      </Button>
      {error !== undefined && <Alert type="error">{error}</Alert>}
      {parameters && (
        <Alert type="success">
          WrappingPublicKey.bin and ImportToken.bin were downloaded. They can be used until{" "}
          {formatTime(parameters.validTo)}. Encrypt your key material under the wrapping public key with{" "}
          {parameters.algorithm}, for example with OpenSSL.
        </Alert>
      )}
      {parameters && canWrapHere(key, parameters.algorithm) && (
        <SpaceBetween size="xxs">
          <Badge color="blue">Sandbox extra</Badge>
          <Box variant="p">
            No key material at hand? This page can make random key material, wrap it, and give you the plaintext as a
            file, since you need it again when you have deleted it here.
          </Box>
          <Button onClick={() => void makeMaterial(parameters)}>Make and wrap key material</Button>
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
