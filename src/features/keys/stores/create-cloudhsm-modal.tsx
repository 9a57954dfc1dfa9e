// Exports the dialog that creates a custom key store in front of an AWS CloudHSM cluster.
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { useCreateStore } from "./create-store.ts";
import { FillExample } from "./fill-example.tsx";

/** Well formed, and of nobody: there are no clusters here. */
const example = {
  cluster: "cluster-2a3b4c5d6e7",
  certificate: "-----BEGIN CERTIFICATE-----\nRXhhbXBsZSB0cnVzdCBhbmNob3I=\n-----END CERTIFICATE-----\n",
  password: "example-kmsPswd",
};

export function CreateCloudHsmModal({ onClose }: { readonly onClose: () => void }) {
  const { create, isSaving, error } = useCreateStore();
  const [name, setName] = useState("");
  const [cluster, setCluster] = useState("");
  const [certificate, setCertificate] = useState("");
  const [password, setPassword] = useState("");
  const [isTried, setTried] = useState(false);
  const missing = (value: string): string | undefined => (isTried && value === "" ? "Required." : undefined);

  async function submit(): Promise<void> {
    setTried(true);
    if ([name, cluster, certificate, password].includes("") || isSaving) return;
    const isCreated = await create({
      CustomKeyStoreName: name,
      CustomKeyStoreType: "AWS_CLOUDHSM",
      CloudHsmClusterId: cluster,
      TrustAnchorCertificate: certificate,
      KeyStorePassword: password,
    });
    if (isCreated) onClose();
  }

  return (
    <ConfirmModal
      title="Create key store"
      confirmText="Create"
      isBusy={isSaving}
      error={error}
      onCancel={onClose}
      onConfirm={() => void submit()}
    >
      <SpaceBetween size="m">
        <FormField label="Custom key store name" errorText={missing(name)}>
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
        <FormField
          label="CloudHSM cluster ID"
          constraintText="For example cluster-2a3b4c5d6e7."
          errorText={missing(cluster)}
        >
          <Input value={cluster} spellcheck={false} onChange={({ detail }) => setCluster(detail.value)} />
        </FormField>
        <FormField
          label="Trust anchor certificate"
          description="The content of customerCA.crt, in PEM form."
          errorText={missing(certificate)}
        >
          <Textarea
            value={certificate}
            rows={4}
            spellcheck={false}
            onChange={({ detail }) => setCertificate(detail.value)}
          />
        </FormField>
        <FormField
          label="kmsuser password"
          constraintText="7 to 32 characters. It is not kept in this sandbox."
          errorText={missing(password)}
        >
          <Input type="password" value={password} onChange={({ detail }) => setPassword(detail.value)} />
        </FormField>
        <FillExample
          onFill={() => {
            setCluster(example.cluster);
            setCertificate(example.certificate);
            setPassword(example.password);
          }}
        />
      </SpaceBetween>
    </ConfirmModal>
  );
}
