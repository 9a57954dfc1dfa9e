// Signs the same release in three Regions with the same code. alias/new-app exists in each of them and names another key:
// no key ID stands in the code, and none has to.
import { KMSClient, SignCommand, VerifyCommand } from "@aws-sdk/client-kms";

const SigningAlgorithm = "RSASSA_PSS_SHA_384";
const Message = new TextEncoder().encode("release 2.4.1");

async function signAndVerify(region: string) {
  const kms = new KMSClient({ region });
  const signed = await kms.send(new SignCommand({ KeyId: "alias/new-app", Message, SigningAlgorithm }));
  const { SignatureValid } = await kms.send(
    new VerifyCommand({ KeyId: "alias/new-app", Message, SigningAlgorithm, Signature: signed.Signature }),
  );
  return { key: signed.KeyId, bytes: signed.Signature?.length, valid: SignatureValid };
}

for (const region of ["us-west-2", "eu-central-1", "ap-southeast-1"]) {
  console.log(region, await signAndVerify(region));
}
