// Exports the tab "Public key" of an asymmetric key: the key as PEM, to copy and to download.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type KeyRecord, stateRefusal } from "#kms/index.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { download } from "#ui/download.ts";
import { publicKeyPem } from "./public-key-pem.ts";

export function PublicKeyTab({ keyRecord: key }: { readonly keyRecord: KeyRecord }) {
  // The page shows what GetPublicKey would answer, its refusals included.
  const refusal = stateRefusal("GetPublicKey", key);
  if (refusal || !key.publicKey)
    return (
      <Container header={<Header variant="h2">Public key</Header>}>
        <Alert type="info">
          {refusal ? refusalText(refusal) : "This key has no key material yet, and so no public key."}
        </Alert>
      </Container>
    );
  const pem = publicKeyPem(key.publicKey);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Anyone who has the public key can encrypt or verify with it outside of AWS KMS. Note the key spec, the key usage and the algorithms too."
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <CopyToClipboard
                variant="button"
                copyButtonText="Copy"
                textToCopy={pem}
                copySuccessText="Public key copied"
                copyErrorText="Public key could not be copied"
              />
              <Button iconName="download" onClick={() => download(`${key.keyId}.pem`, pem, "application/x-pem-file")}>
                Download
              </Button>
            </SpaceBetween>
          }
        >
          Public key
        </Header>
      }
    >
      <Box variant="pre">{pem}</Box>
    </Container>
  );
}
