// Exports the contract in the form in which botocore reads a service model, so that an AWS CLI which is older than an operation
// or a member knows it all the same: `AWS_DATA_PATH` is how the CLI is told of newer models.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contract, type Member, type Members, type Shape, shapes } from "#kms/index.ts";

const apiVersion = "2014-11-01";

/** Writes service model and paginators below `folder`, the value for `AWS_DATA_PATH`. */
export function writeServiceModel(folder: string): void {
  const home = join(folder, "kms", apiVersion);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "service-2.json"), JSON.stringify(serviceModel()));
  writeFileSync(join(home, "paginators-1.json"), JSON.stringify({ pagination: paginators() }));
}

function serviceModel(): object {
  const structures: Record<string, object> = {};
  const operations: Record<string, object> = {};
  for (const [name, { input, output }] of Object.entries(contract)) {
    structures[`${name}Request`] = structure(input);
    if (output) structures[`${name}Response`] = structure(output);
    operations[name] = {
      name,
      http: { method: "POST", requestUri: "/" },
      input: { shape: `${name}Request` },
      ...(output ? { output: { shape: `${name}Response` } } : {}),
    };
  }
  const named = Object.entries(shapes).map(([name, shape]) => [name, modelShape(shape)]);
  return {
    version: "2.0",
    metadata: {
      apiVersion,
      endpointPrefix: "kms",
      jsonVersion: "1.1",
      protocol: "json",
      serviceAbbreviation: "KMS",
      serviceFullName: "AWS Key Management Service",
      serviceId: "KMS",
      signatureVersion: "v4",
      targetPrefix: "TrentService",
      uid: `kms-${apiVersion}`,
    },
    operations,
    shapes: { ...Object.fromEntries(named), ...structures },
  };
}

function structure(members: Members): object {
  const required = Object.entries(members).flatMap(([name, member]) => (member.required ? [name] : []));
  return {
    type: "structure",
    ...(required.length > 0 ? { required } : {}),
    members: Object.fromEntries(Object.entries(members).map(([name, { shape }]) => [name, { shape }])),
  };
}

function modelShape(shape: Shape): object {
  switch (shape.type) {
    case "structure":
      return structure(shape.members);
    case "list":
      return { ...shape, member: { shape: shape.member } };
    case "map":
      return { type: "map", key: { shape: shape.key }, value: { shape: shape.value } };
    case "string": {
      const { values, ...rest } = shape;
      return { ...rest, ...(values ? { enum: values } : {}) };
    }
    default:
      return shape;
  }
}

/** All operations that answer page by page: each has one list in its answer. */
function paginators(): object {
  const paged = Object.entries(contract).flatMap(([name, { input, output }]) => {
    const listed = Object.entries<Member>(output ?? {}).find(([, { shape }]) => shapes[shape]?.type === "list");
    if (!listed || !Object.hasOwn(input, "Marker")) return [];
    const tokens = { input_token: "Marker", output_token: "NextMarker", more_results: "Truncated" };
    return [[name, { ...tokens, limit_key: "Limit", result_key: listed[0] }]];
  });
  return Object.fromEntries(paged);
}
