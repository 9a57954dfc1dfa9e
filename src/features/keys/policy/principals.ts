// Exports the IAM users and roles that a key policy can name. Simulated: the sandbox has no IAM, so every account has the
// same few identities; a key policy may name others, which the picker then does not know.

export interface Principal {
  readonly name: string;
  readonly path: string;
  readonly type: "Role" | "User";
}

export const principals: readonly Principal[] = [
  { name: "Admin", path: "/", type: "User" },
  { name: "ExampleAdminRole", path: "/", type: "Role" },
  { name: "ExampleAdminUser", path: "/", type: "User" },
  { name: "ExampleRole", path: "/", type: "Role" },
  { name: "ExampleServiceRole", path: "/service-role/", type: "Role" },
  { name: "ExampleUser", path: "/", type: "User" },
];

export function principalArn(account: string, { name, path, type }: Principal): string {
  return `arn:aws:iam::${account}:${type.toLowerCase()}${path}${name}`;
}

/** What an ARN of a user or role says; undefined for ARNs of another kind, such as assumed roles and services. */
export function readPrincipalArn(arn: string): Principal | undefined {
  const match = /^arn:aws:iam::\d{12}:(role|user)(\/(?:.+\/)?)([^/]+)$/.exec(arn);
  if (!match) return undefined;
  const [, type, path = "/", name = ""] = match;
  return { name, path, type: type === "role" ? "Role" : "User" };
}
