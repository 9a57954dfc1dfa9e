// Exports explainRefusal: hints for calls that KMS refuses. Each says what was asked for and where, what the refusal means, and
// where to look.
import { aliasPrefix, type KmsError, type OperationName, type Place } from "#kms/index.ts";
import { closeMatches } from "./args/close-matches.ts";
import type { AwsHost } from "./aws-host.ts";

interface Refusal {
  readonly error: KmsError;
  readonly operation: OperationName;
  readonly argv: readonly string[];
  readonly place: Place;
  readonly principal: string;
  readonly host: AwsHost;
}

export async function explainRefusal(refusal: Refusal): Promise<string | undefined> {
  const { error, operation, place, principal } = refusal;
  const key = givenTo(refusal, "--key-id", "--target-key-id") ?? "the key";
  const alias = givenTo(refusal, "--alias-name");
  const badName = alias === undefined ? undefined : explainAliasName(alias);
  if (badName !== undefined) return badName;
  switch (error.code) {
    case "NotFoundException":
      return await explainNotFound(refusal);
    case "InvalidArnException":
      return key.includes(aliasPrefix)
        ? `${operation} takes a key ID or key ARN, no alias. aws kms describe-key --key-id ${key} tells the key's ID.`
        : "An ARN of KMS is arn:aws:kms:<Region>:<account>:key/<key ID>, or :alias/<name> where a command takes aliases.";
    case "InvalidCiphertextException":
      return "The ciphertext was changed, is of another key or Region, or its encryption context is not the one that it was encrypted with; the context must be given again to the letter.";
    case "IncorrectKeyException":
      return `The ciphertext was made with another key than ${key}. Without --key-id, a symmetric ciphertext finds its key itself, and the answer names it.`;
    case "KMSInvalidSignatureException":
      return "The signature does not fit: message, key, --signing-algorithm and --message-type must all be those of the signing. A line break at the end of a file counts; a digest needs --message-type DIGEST. Through an alias it is the key that the alias means now: if it has been moved since the signing, verify with the KeyId that Sign answered.";
    case "DisabledException":
      return `${key} is disabled in ${placeName(place)}. aws kms enable-key --key-id <key ID> makes it usable again.`;
    case "KMSInvalidStateException":
      return /pending deletion/i.test(error.message)
        ? "The key waits to be deleted. aws kms cancel-key-deletion keeps it; it is disabled then, until enable-key."
        : `What ${operation} may do depends on the key state. aws kms describe-key shows it; what each state allows stands on the page "Key states" of AWS.`;
    case "InvalidKeyUsageException":
      return "The key was made for another use, or lacks that algorithm. aws kms describe-key shows KeyUsage, KeySpec and the algorithms; none of them can be changed later.";
    case "AlreadyExistsException":
      return operation === "CreateAlias"
        ? `${alias} exists in ${placeName(place)} already; a name exists once in an account and Region. aws kms update-alias points it to another key.`
        : undefined;
    case "AccessDeniedException":
      return `${principal} called in ${placeName(place)}. The key policy, IAM policies and grants together say what that principal may do: aws kms get-key-policy, aws kms list-grants.`;
    case "MalformedPolicyDocumentException":
      return "AWS does not say what is wrong with the policy. It is JSON with Version and Statement; each statement of a key policy has Effect, Principal, Action and Resource, and its principals must exist. aws kms get-key-policy shows one that works.";
    case "LimitExceededException":
      return `A quota of ${placeName(place)} is used up, or a value is greater than allowed. The page "Quotas" of AWS KMS lists them; aliases, grants and tags that nobody needs can be deleted.`;
    default:
      return undefined;
  }
}

function explainAliasName(alias: string): string | undefined {
  if (!alias.startsWith(aliasPrefix))
    return `The name of an alias begins with ${aliasPrefix}, which the console hides and the CLI does not: ${aliasPrefix}${alias}.`;
  if (alias.startsWith("alias/aws/")) return "Names that begin with alias/aws/ are kept for AWS managed keys.";
  const stranger = /[^a-zA-Z0-9/_-]/u.exec(alias)?.[0];
  if (stranger === undefined) return undefined;
  return `The name of an alias has letters, digits, slashes, underscores and dashes only, no ${stranger === " " ? "space" : stranger}.`;
}

/** What does not exist here may exist in another Region, or under a name that is nearly the same. */
async function explainNotFound({ argv, place, host }: Refusal): Promise<string> {
  const words = argv.map((word) => word.replace(/^--[a-z-]+=/, ""));
  const where = (words.map(fromArn).find((found) => found !== undefined) ?? place) satisfies Place;
  const names = words.map((word) => word.replace(/^arn:.*?:(?:key\/|(?=alias\/))/, ""));
  const name = names.find((word) => /^(?:alias\/.|mrk-[0-9a-f]|[0-9a-f]{8}-[0-9a-f]{4}-)/.test(word));
  if (name === undefined) return await explainBareName({ argv, place, host });
  const { regions = [], aliases = [] } = (await host.lookAround?.(name, where)) ?? {};
  const others = regions.filter((region) => region !== where.region);
  const missing = `${name} is not in ${placeName(where)}`;
  if (others[0] !== undefined) return `${missing}; it exists in ${others.join(", ")}. Add --region ${others[0]}.`;
  const near = nearest(name, aliases);
  if (near !== undefined) return `${missing}. Did you mean ${near}?`;
  const list = name.startsWith(aliasPrefix) ? "list-aliases" : "list-keys";
  return `${missing}. aws kms ${list} --region ${where.region} shows what is there; another account needs another --profile.`;
}

/** A key named by a word that is neither ID nor ARN nor alias. */
async function explainBareName({ argv, place, host }: Pick<Refusal, "argv" | "place" | "host">): Promise<string> {
  const word = givenTo({ argv }, "--key-id", "--target-key-id", "--destination-key-id");
  if (word === undefined)
    return `The line looked in ${placeName(place)}. Keys and aliases belong to one account and one Region.`;
  const alias = aliasPrefix + word;
  const { regions = [], aliases = [] } = (await host.lookAround?.(alias, place)) ?? {};
  const meant = regions.includes(place.region) ? alias : (nearest(alias, aliases) ?? alias);
  return `${word} was taken for a key ID in ${placeName(place)}. An alias is named with its prefix: ${meant}.`;
}

/** The alias that the name is a beginning of, or is spelt nearly like. */
function nearest(name: string, aliases: readonly string[]): string | undefined {
  if (!name.startsWith(aliasPrefix)) return undefined;
  const longer = aliases.filter((alias) => alias.startsWith(name)).sort((a, b) => a.length - b.length);
  if (longer[0] !== undefined) return longer[0];
  const bare = aliases.map((alias) => alias.slice(aliasPrefix.length));
  const [near] = closeMatches(name.slice(aliasPrefix.length), bare);
  return near === undefined ? undefined : aliasPrefix + near;
}

function fromArn(word: string): Place | undefined {
  const [, region, account] = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):(\d{12}):(?:key|alias)\//.exec(word) ?? [];
  return region === undefined || account === undefined ? undefined : { region, account };
}

/** What the first of the options that the line has was given. */
function givenTo({ argv }: Pick<Refusal, "argv">, ...options: readonly string[]): string | undefined {
  for (const option of options) {
    const at = argv.indexOf(option);
    if (at >= 0) return argv[at + 1];
    const joined = argv.find((word) => word.startsWith(`${option}=`));
    if (joined !== undefined) return joined.slice(option.length + 1);
  }
  return undefined;
}

function placeName({ region, account }: Place): string {
  return `${region} of account ${account}`;
}
