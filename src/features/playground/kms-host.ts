// Exports regionOfHost: the only hosts that code in the playground may talk to.

const kmsHost = /^kms\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com$/;

/** The Region of KMS's endpoint at this address; undefined for any other address. */
export function regionOfHost({ protocol, host }: Pick<URL, "protocol" | "host">): string | undefined {
  return protocol === "https:" ? kmsHost.exec(host)?.[1] : undefined;
}

/** What a request to anywhere else is told. */
export function refusedAddress(what: string): string {
  return `${what} is refused: code in the playground reaches https://kms.<region>.amazonaws.com and nothing else`;
}
