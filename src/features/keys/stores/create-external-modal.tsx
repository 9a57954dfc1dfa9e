// Exports the dialog that creates an external key store: KMS reaches an external key manager through a proxy.
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { useCreateStore } from "./create-store.ts";
import { FillExample } from "./fill-example.tsx";

const connectivities = [
  { value: "PUBLIC_ENDPOINT", label: "Public endpoint" },
  { value: "VPC_ENDPOINT_SERVICE", label: "VPC endpoint service" },
] as const;

const example = {
  endpoint: "https://myproxy.xks.example.com",
  accessKeyId: "ABCDE234567EXAMPLEID",
  secret: "EXAMPLEsecretAccessKeyOfTheProxy0123456789AB=",
};

/** The end of every path; what stands before it is optional. */
const fixedPath = "/kms/xks/v1";

export function CreateExternalModal({ onClose }: { readonly onClose: () => void }) {
  const { create, isSaving, error } = useCreateStore();
  const [name, setName] = useState("");
  const [connectivity, setConnectivity] = useState<(typeof connectivities)[number]["value"]>("PUBLIC_ENDPOINT");
  const [service, setService] = useState("");
  const [endpoint, setEndpoint] = useState("");
  const [prefix, setPrefix] = useState("");
  const [accessKeyId, setAccessKeyId] = useState("");
  const [secret, setSecret] = useState("");
  const [isShown, setShown] = useState(false);
  const [isTried, setTried] = useState(false);
  const isPrivate = connectivity === "VPC_ENDPOINT_SERVICE";
  const missing = (value: string): string | undefined => (isTried && value === "" ? "Required." : undefined);

  async function submit(): Promise<void> {
    setTried(true);
    const required = [name, endpoint, accessKeyId, secret, ...(isPrivate ? [service] : [])];
    if (required.includes("") || isSaving) return;
    const isCreated = await create({
      CustomKeyStoreName: name,
      CustomKeyStoreType: "EXTERNAL_KEY_STORE",
      XksProxyConnectivity: connectivity,
      XksProxyUriEndpoint: endpoint,
      XksProxyUriPath: prefix + fixedPath,
      ...(isPrivate ? { XksProxyVpcEndpointServiceName: service } : {}),
      XksProxyAuthenticationCredential: { AccessKeyId: accessKeyId, RawSecretAccessKey: secret },
    });
    if (isCreated) onClose();
  }

  return (
    <ConfirmModal
      title="Create external key store"
      confirmText="Create external key store"
      size="large"
      isBusy={isSaving}
      error={error}
      onCancel={onClose}
      onConfirm={() => void submit()}
    >
      <SpaceBetween size="m">
        <FormField label="Key store name" errorText={missing(name)}>
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
        <FormField label="Proxy connectivity">
          <RadioGroup
            items={[...connectivities]}
            value={connectivity}
            onChange={({ detail }) =>
              setConnectivity(detail.value === "VPC_ENDPOINT_SERVICE" ? "VPC_ENDPOINT_SERVICE" : "PUBLIC_ENDPOINT")
            }
          />
        </FormField>
        {isPrivate && (
          <FormField
            label="VPC endpoint service name"
            constraintText="For example com.amazonaws.vpce.us-east-1.vpce-svc-example1."
            errorText={missing(service)}
          >
            <Input value={service} spellcheck={false} onChange={({ detail }) => setService(detail.value)} />
          </FormField>
        )}
        <FormField
          label="Proxy URI endpoint"
          constraintText="For example https://myproxy.xks.example.com."
          errorText={missing(endpoint)}
        >
          <Input value={endpoint} spellcheck={false} onChange={({ detail }) => setEndpoint(detail.value)} />
        </FormField>
        <FormField
          label={
            <>
              Proxy URI path prefix - <i>optional</i>
            </>
          }
          constraintText={`Begins with /. The path is ${prefix}${fixedPath}.`}
        >
          <Input value={prefix} spellcheck={false} onChange={({ detail }) => setPrefix(detail.value)} />
        </FormField>
        <FormField
          label="Proxy credential: Access key ID"
          constraintText="20 to 30 characters: A-Z and 2-7."
          errorText={missing(accessKeyId)}
        >
          <Input value={accessKeyId} spellcheck={false} onChange={({ detail }) => setAccessKeyId(detail.value)} />
        </FormField>
        <FormField
          label="Proxy credential: Secret access key"
          constraintText="43 to 64 characters: letters, digits, / + and =. It is not kept in this sandbox."
          errorText={missing(secret)}
        >
          <Input
            type={isShown ? "text" : "password"}
            value={secret}
            spellcheck={false}
            onChange={({ detail }) => setSecret(detail.value)}
          />
        </FormField>
        <Checkbox checked={isShown} onChange={({ detail }) => setShown(detail.checked)}>
          Show secret access key
        </Checkbox>
        <FillExample
          onFill={() => {
            setConnectivity("PUBLIC_ENDPOINT");
            setEndpoint(example.endpoint);
            setAccessKeyId(example.accessKeyId);
            setSecret(example.secret);
          }}
        />
      </SpaceBetween>
    </ConfirmModal>
  );
}
