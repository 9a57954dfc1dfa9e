// Exports the tabs of a key's page. The open tab stands in the URL, so that it can be linked to.
import Spinner from "@cloudscape-design/components/spinner";
import Tabs from "@cloudscape-design/components/tabs";
import { lazy, type ReactNode, Suspense } from "react";
import { type KeyRecord, keySpecFacts } from "#kms/index.ts";
import { keyPath } from "#store/key-path.ts";
import { useLinks, useLocation } from "#store/location.ts";
import type { KeyTab } from "#store/paths.ts";
import { AliasesTab } from "./aliases-tab.tsx";
import { CryptographyTab } from "./cryptography-tab.tsx";
import { PublicKeyTab } from "./public-key-tab.tsx";
import { TagsTab } from "./tags-tab.tsx";

const KeyPolicyTab = lazy(async () => ({
  default: (await import("#features/keys/policy/key-policy-tab.tsx")).KeyPolicyTab,
}));

const MaterialTab = lazy(async () => ({
  default: (await import("#features/keys/material/material-tab.tsx")).MaterialTab,
}));

const RegionalityTab = lazy(async () => ({
  default: (await import("#features/keys/regionality/regionality-tab.tsx")).RegionalityTab,
}));

interface TabDefinition {
  readonly id: KeyTab;
  label(key: KeyRecord): string;
  isShown(key: KeyRecord): boolean;
  content(key: KeyRecord): ReactNode;
}

const always = (): boolean => true;

/** In the console's order. Which tabs a key has depends on what kind of key it is, never on its state. */
const definitions: readonly TabDefinition[] = [
  { id: "policy", label: () => "Key policy", isShown: always, content: (key) => <KeyPolicyTab keyRecord={key} /> },
  {
    id: "cryptography",
    label: () => "Cryptographic configuration",
    isShown: always,
    content: (key) => <CryptographyTab keyRecord={key} />,
  },
  { id: "tags", label: () => "Tags", isShown: always, content: (key) => <TagsTab keyRecord={key} /> },
  {
    id: "rotations",
    label: ({ keySpec }) => (keySpec === "SYMMETRIC_DEFAULT" ? "Key material and rotations" : "Key material"),
    isShown: ({ keySpec, origin }) =>
      origin === "EXTERNAL" || (origin === "AWS_KMS" && keySpec === "SYMMETRIC_DEFAULT"),
    content: (key) => <MaterialTab keyRecord={key} />,
  },
  {
    id: "public-key",
    label: () => "Public key",
    isShown: ({ keySpec }) => keySpecFacts(keySpec).type === "asymmetric",
    content: (key) => <PublicKeyTab keyRecord={key} />,
  },
  {
    id: "regionality",
    label: () => "Regionality",
    isShown: ({ multiRegion }) => multiRegion,
    content: (key) => <RegionalityTab keyRecord={key} />,
  },
  { id: "aliases", label: () => "Aliases", isShown: always, content: (key) => <AliasesTab keyRecord={key} /> },
];

export function KeyTabs({ keyRecord }: { readonly keyRecord: KeyRecord }) {
  const { params } = useLocation();
  const links = useLinks();
  const shown = definitions.filter(({ isShown }) => isShown(keyRecord));
  const active = shown.find(({ id }) => id === params.tab) ?? shown[0];
  return (
    <Tabs
      ariaLabel="Key details"
      activeTabId={active?.id ?? "policy"}
      // Walking through the tabs leaves no trail for the back button.
      onChange={({ detail }) => links.go(keyPath(keyRecord, detail.activeTabId as KeyTab), { replace: true })}
      tabs={shown.map(({ id, label, content }) => ({
        id,
        label: label(keyRecord),
        content: <Suspense fallback={<Spinner />}>{content(keyRecord)}</Suspense>,
      }))}
    />
  );
}
