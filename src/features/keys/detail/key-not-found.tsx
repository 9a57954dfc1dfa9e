// Exports the page for a key ID that this account and Region do not have. Most often the key lives in another Region.
import { findRegion, recordId, regions } from "#kms/index.ts";
import { useLinks, usePlace } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { useWorld } from "#store/sandbox.ts";
import { PageNotFound } from "#ui/page-not-found.tsx";

export function KeyNotFound({ keyId, kind }: { readonly keyId: string; readonly kind: "customer" | "aws" }) {
  const { account, region } = usePlace();
  const links = useLinks();
  const keys = useWorld((world) => world.tables.keys);
  const homes = regions.filter(({ code }) => keys.get(recordId({ account, region: code }, keyId)));
  const isAws = kind === "aws";
  return (
    <PageNotFound
      title="Key not found"
      links={[
        ...homes.map(({ code, name }) => ({
          text: `Open this key in ${name} (${code})`,
          href: links.href(isAws ? paths.awsKey(keyId) : paths.key(keyId), { region: code }),
        })),
        isAws
          ? { text: "View AWS managed keys", href: links.href(paths.awsKeys()) }
          : { text: "View customer managed keys", href: links.href(paths.keys()) },
      ]}
    >
      There is no key with the ID <strong>{keyId}</strong> in account {account} in {findRegion(region)?.name ?? region}{" "}
      ({region}).{" "}
      {homes.length > 0 ? "Keys belong to one Region: this one is in another." : "It may have been deleted."}
    </PageNotFound>
  );
}
