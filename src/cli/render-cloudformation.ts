// Exports aliases as a template for AWS CloudFormation.
import { type AliasTarget, nameWords, quotedAscii, uniqueNames } from "./alias-target.ts";

/** As AWS::KMS::Alias takes it; what else KMS can be asked for by a hostile text is no name of an alias. */
const templateName = /^alias\/(?!aws\/)[a-zA-Z0-9/_-]+$/;
/** Nothing that CloudFormation would resolve (`{{resolve:...}}`) can stand here. */
const templateKey = /^[a-zA-Z0-9:/_-]+$/;

interface TemplateOptions {
  /** The aliases are there already: CloudFormation imports a resource only with a deletion policy. */
  readonly isImport?: boolean;
}

/**
 * A template (YAML) with one AWS::KMS::Alias for each alias; a stack lives in one Region, so all of them are of one. CloudFormation
 * takes 500 resources in a template. An alias of AWS (`alias/aws/...`), or with a name or key that the resource does not take,
 * is named in a comment only. Source: AWS CloudFormation template reference, AWS::KMS::Alias.
 */
export function aliasTemplate(aliases: readonly AliasTarget[], { isImport = false }: TemplateOptions = {}): string {
  const isTaken = ({ aliasName, keyId }: AliasTarget): boolean =>
    templateName.test(aliasName) && templateKey.test(keyId);
  const taken = aliases.filter(isTaken);
  const ids = uniqueNames(taken, logicalId);
  const resources = taken.flatMap(({ aliasName, keyId }, index) => [
    `  ${ids[index]}:`,
    "    Type: AWS::KMS::Alias",
    ...(isImport ? ["    DeletionPolicy: Retain"] : []),
    "    Properties:",
    `      AliasName: ${quotedAscii(aliasName)}`,
    `      TargetKeyId: ${quotedAscii(keyId)}`,
  ]);
  const regions = [...new Set(aliases.map(({ region }) => region))];
  return [
    'AWSTemplateFormatVersion: "2010-09-09"',
    `Description: ${quotedAscii(`Aliases of AWS KMS keys in ${regions.map(plain).join(", ") || "no Region"}`)}`,
    ...aliases
      .filter((alias) => !isTaken(alias))
      .map(({ aliasName }) => `# Left out, no name or key for CloudFormation: ${quotedAscii(aliasName)}`),
    ...(resources.length === 0 ? ["Resources: {}"] : ["Resources:", ...resources]),
    "",
  ].join("\n");
}

/** Letters and digits only, 255 at most with the number that may follow. */
function logicalId({ aliasName }: AliasTarget): string {
  const words = nameWords(aliasName).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `Alias${words.join("")}`.slice(0, 240);
}

function plain(region: string): string {
  return region.replaceAll(/[^a-z0-9-]/g, "");
}
