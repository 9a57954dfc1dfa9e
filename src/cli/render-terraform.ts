// Exports aliases as configuration for Terraform.
import { type AliasTarget, nameWords, quotedAscii, uniqueNames } from "./alias-target.ts";

interface TerraformOptions {
  /** The aliases are there already: Terraform is told to take them over before it changes them. */
  readonly isImport?: boolean;
}

/**
 * Configuration (HCL) with one `aws_kms_alias` for each alias, and a provider for each Region that they are in. Quoted
 * texts mean themselves: nothing in them is a template of Terraform. Source: Terraform registry, hashicorp/aws,
 * `aws_kms_alias`; Terraform language, "Strings and templates" and "Import".
 */
export function terraformAliases(aliases: readonly AliasTarget[], { isImport = false }: TerraformOptions = {}): string {
  const regions = [...new Set(aliases.map(({ region }) => region))];
  const names = uniqueNames(regions, (region) => identifier(region.split("-")));
  const providerOf = new Map(regions.map((region, index) => [region, names[index] ?? ""]));
  const isSeveral = regions.length > 1;
  const resourceNames = uniqueNames(aliases, ({ region, aliasName }) =>
    identifier([...nameWords(aliasName), ...(isSeveral ? [providerOf.get(region) ?? ""] : [])]),
  );
  const blocks = [
    ...regions.map((region) =>
      block('provider "aws"', [
        ["alias", quoted(providerOf.get(region) ?? "")],
        ["region", quoted(region)],
      ]),
    ),
    ...aliases.flatMap(({ region, aliasName, keyId }, index) => {
      const provider = ["provider", `aws.${providerOf.get(region)}`] as const;
      const name = resourceNames[index] ?? "";
      const resource = block(`resource "aws_kms_alias" "${name}"`, [
        provider,
        ["name", quoted(aliasName)],
        ["target_key_id", quoted(keyId)],
      ]);
      if (!isImport) return [resource];
      return [block("import", [provider, ["to", `aws_kms_alias.${name}`], ["id", quoted(aliasName)]]), resource];
    }),
  ];
  return blocks.join("\n");
}

/** Lower-case letters, digits and `_`, beginning with a letter. */
function identifier(words: readonly string[]): string {
  const text = words.map((word) => word.toLowerCase().replaceAll(/[^a-z0-9_]/g, "")).join("_");
  return /^[a-z]/.test(text) ? text : `alias_${text}`;
}

/** `${` and `%{` begin a template unless their sign is doubled. */
function quoted(text: string): string {
  return quotedAscii(text).replaceAll(/[$%](?=\{)/g, "$&$&");
}

/** `terraform fmt` lines up the equals signs. */
function block(head: string, attributes: readonly (readonly [string, string])[]): string {
  const width = Math.max(...attributes.map(([name]) => name.length));
  return `${head} {\n${attributes.map(([name, value]) => `  ${name.padEnd(width)} = ${value}\n`).join("")}}\n`;
}
