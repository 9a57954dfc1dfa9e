// Exports the page for an address that names no key of this account and Region, or one of the other list. It says what is
// there instead, and leads to the key that was most likely meant.
import { findRegion, type Place, recordId, regions, type World } from "#kms/index.ts";
import { keyPath } from "#store/key-path.ts";
import { useLinks, usePlace } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { useWorld } from "#store/sandbox.ts";
import { PageNotFound } from "#ui/page-not-found.tsx";
import { findNamedKey, type NamedKey } from "./find-named-key.ts";

interface Props {
  /** What stands in the address, which may be anything. */
  readonly keyId: string;
  readonly kind: "customer" | "aws";
}

const wholeWorld = (world: World): World => world;

export function KeyNotFound({ keyId: text, kind }: Props) {
  const place = usePlace();
  const links = useLinks();
  const world = useWorld(wholeWorld);
  const named = findNamedKey(world, place, text);
  const homes = named.key ? [named.key] : named.form === "key ID" ? keysOfThisId(world, place, text) : [];
  return (
    <PageNotFound
      title="Key not found"
      links={[
        ...homes.map((key) => ({
          text: key.region === place.region ? `Open key ${key.keyId}` : `Open this key in ${regionName(key)}`,
          href: links.href(keyPath(key), { account: key.account, region: key.region }),
        })),
        kind === "aws"
          ? { text: "View AWS managed keys", href: links.href(paths.awsKeys()) }
          : { text: "View customer managed keys", href: links.href(paths.keys()) },
      ]}
    >
      {named.form === "key ID" ? keyIdText(text, named, homes.length > 0) : otherText(text, named)}
    </PageNotFound>
  );
}

/** Usually one: an ID belongs to one Region, but nothing keeps another from having the same. */
function keysOfThisId(world: World, { account }: Place, text: string) {
  return regions.flatMap(
    ({ code }) => world.tables.keys.get(recordId({ account, region: code }, text.toLowerCase())) ?? [],
  );
}

function keyIdText(text: string, { key, place }: NamedKey, isElsewhere: boolean) {
  if (key && key.keyId === text)
    return (
      <>
        <strong>{text}</strong> is {key.keyManager === "AWS" ? "an AWS managed key" : "a customer managed key"}, and
        this is an address of {key.keyManager === "AWS" ? "customer managed keys" : "AWS managed keys"}.
      </>
    );
  return (
    <>
      There is no key with the ID <strong>{text}</strong> {where(place)}.{" "}
      {key
        ? "Key IDs are written in lower-case letters."
        : isElsewhere
          ? "Keys belong to one Region: this one is in another."
          : "It may have been deleted."}
    </>
  );
}

/** The address ends in an alias, an ARN or something else. */
function otherText(text: string, { form, key, place }: NamedKey) {
  const isKeyArn = form === "key ARN";
  return (
    <>
      <strong>{text}</strong> is {forms[form]}. The address of a key's page takes a key ID.{" "}
      {key && !isKeyArn && (
        <>
          {form === "unknown" ? "An alias of that name" : "The alias"} points to the key <strong>{key.keyId}</strong>{" "}
          {where(place)}.
        </>
      )}
      {!key && form !== "unknown" && `There is no such ${isKeyArn ? "key" : "alias with a key"} ${where(place)}.`}
    </>
  );
}

const forms: Readonly<Record<NamedKey["form"], string>> = {
  "key ID": "a key ID",
  "key ARN": "a key ARN",
  "alias name": "an alias name",
  "alias ARN": "an alias ARN",
  unknown: "not a key ID",
};

function where(place: Place): string {
  return `in account ${place.account} in ${regionName(place)}`;
}

function regionName({ region }: Pick<Place, "region">): string {
  const name = findRegion(region)?.name;
  return name === undefined ? region : `${name} (${region})`;
}
