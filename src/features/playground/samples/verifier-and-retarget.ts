// A verifier that verifies through an alias breaks when the alias moves to another key: signatures made before are then
// checked with the wrong key. Below it breaks, and is mended in three ways.
import {
  CreateAliasCommand,
  DeleteAliasCommand,
  GetPublicKeyCommand,
  KMSClient,
  KMSInvalidSignatureException,
  NotFoundException,
  SignCommand,
  UpdateAliasCommand,
  VerifyCommand,
} from "@aws-sdk/client-kms";

const kms = new KMSClient({ region: "us-west-2" });
const AliasName = "alias/playground-verifier"; // made for this run and deleted at its end
const oldKey = "1234abcd-12ab-34cd-56ef-1234567890ab"; // RSA_2048
const newKey = "0987dcba-09fe-87dc-65ba-ab0987654321"; // RSA_4096
const SigningAlgorithm = "RSASSA_PSS_SHA_256";
const Message = new TextEncoder().encode("release 2.4.1");

async function verify(KeyId: string | undefined, Signature: Uint8Array | undefined) {
  const command = new VerifyCommand({ KeyId, Message, Signature, SigningAlgorithm });
  return (await kms.send(command)).SignatureValid;
}

// A run that was stopped midway has left its alias.
await kms.send(new DeleteAliasCommand({ AliasName })).catch((error) => {
  if (!(error instanceof NotFoundException)) throw error;
});
await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: oldKey }));
try {
  const signed = await kms.send(new SignCommand({ KeyId: AliasName, Message, SigningAlgorithm }));
  const published = await kms.send(new GetPublicKeyCommand({ KeyId: signed.KeyId }));
  console.log("Before the retarget:", await verify(AliasName, signed.Signature));

  await kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId: newKey }));
  try {
    await verify(AliasName, signed.Signature);
  } catch (error) {
    if (!(error instanceof KMSInvalidSignatureException)) throw error;
    console.warn("After the retarget:", error.name);
  }

  // 1. Keep the key ARN that Sign answers with the signature, in a place that only you write to: an ARN that came with the
  //    message would let anyone sign with a key of their own.
  console.log("1. By the key ARN that was kept:", await verify(signed.KeyId, signed.Signature));

  // 2. Publish the public key when the key is taken into use, and verify outside of KMS: without calls, without permissions.
  const algorithm = { name: "RSA-PSS", hash: "SHA-256" };
  const spki = new Uint8Array(published.PublicKey ?? []);
  const publicKey = await crypto.subtle.importKey("spki", spki, algorithm, false, ["verify"]);
  const signature = new Uint8Array(signed.Signature ?? []);
  const outside = await crypto.subtle.verify({ name: "RSA-PSS", saltLength: 32 }, publicKey, signature, Message);
  console.log("2. Outside, with the public key:", outside);

  // 3. Keep a registry of the keys that have ever signed, and let the message name one of them. It grows by one entry with
  //    each retarget; a name that is not in it is refused.
  const registry = new Map([
    ["2025", oldKey],
    ["2026", newKey],
  ]);
  const message = { signedWith: "2025", signature: signed.Signature };
  const keyId = registry.get(message.signedWith);
  if (keyId === undefined) throw new Error(`No key is called ${message.signedWith}`);
  console.log("3. By the registry:", await verify(keyId, message.signature));
} finally {
  await kms.send(new DeleteAliasCommand({ AliasName }));
}
