// Exports the routes: which page a location means, its breadcrumbs and title. No components: what needs only the routes
// (a test, the first decision of the boot) gets no more.
import { type Location, paths } from "#store/paths.ts";

/** What a page is given; pages that take nothing ignore it. */
export interface PageProps {
  readonly keyId: string;
  readonly kind: "customer" | "aws";
}

/** Every page there is; `pages.ts` has the component of each. */
export const allPages = [
  ...(["home", "keys", "awsKeys", "key", "createKey", "scheduleDeletion", "keyStores"] as const),
  ...(["cryptoOperations", "aliases", "explorer", "playground", "settings"] as const),
] as const;
export type PageName = (typeof allPages)[number];

export interface Route {
  readonly page: PageName;
  readonly title: string;
  /** Behind "KMS"; the last is the page itself. */
  readonly crumbs: readonly { readonly text: string; readonly path: string }[];
  readonly props: PageProps;
  /** The navigation item that is shown as active. */
  readonly section: string;
  /** A wizard has the width to itself: the side navigation is closed. */
  readonly isWizard?: boolean;
}

const noProps: PageProps = { keyId: "", kind: "customer" };
const customerKeys = { text: "Customer managed keys", path: paths.keys() };
const awsKeys = { text: "AWS managed keys", path: paths.awsKeys() };

/** The route of a location; undefined when the URL leads nowhere. */
export function matchRoute({ segments }: Pick<Location, "segments">): Route | undefined {
  const [area, ...rest] = segments;
  if (area === undefined) return keysRoute;
  if (area === "kms") return matchKms(rest);
  return area === "sandbox" && rest.length === 1 ? sandboxRoutes.get(rest[0] ?? "") : undefined;
}

const keysRoute: Route = {
  page: "keys",
  title: "Customer managed keys",
  crumbs: [customerKeys],
  props: noProps,
  section: paths.keys(),
};

function matchKms([place, ...rest]: readonly string[]): Route | undefined {
  // An alias or ARN pasted as it is has slashes of its own; the key's page says what it names.
  const id = rest.length === 0 ? undefined : rest.join("/");
  if (place === "keys") {
    if (id === undefined) return keysRoute;
    return id === "create" ? createRoute : keyRoute(id, "customer");
  }
  if (place === "defaultKeys") return id === undefined ? awsKeysRoute : keyRoute(id, "aws");
  if (place === "custom-key-stores") return keyStoreRoutes.get(id ?? "");
  if (id !== undefined) return undefined;
  if (place === "schedule-deletion") return scheduleRoute;
  return place === "home" || place === undefined ? homeRoute : undefined;
}

const homeRoute: Route = { page: "home", title: "Key Management Service", crumbs: [], props: noProps, section: "" };
const awsKeysRoute: Route = {
  page: "awsKeys",
  title: "AWS managed keys",
  crumbs: [awsKeys],
  props: noProps,
  section: paths.awsKeys(),
};
const createRoute: Route = {
  page: "createKey",
  title: "Create key",
  crumbs: [customerKeys, { text: "Create key", path: paths.createKey() }],
  props: noProps,
  section: paths.keys(),
  isWizard: true,
};
const scheduleRoute: Route = {
  page: "scheduleDeletion",
  title: "Schedule key deletion",
  crumbs: [customerKeys, { text: "Schedule key deletion", path: "" }],
  props: noProps,
  section: paths.keys(),
};

const keyStoreRoute = (title: string, path: string): Route => ({
  page: "keyStores",
  title,
  crumbs: [{ text: title, path }],
  props: noProps,
  section: path,
});
// Maps, because the name comes out of a URL: an object would also answer to "constructor".
const keyStoreRoutes = new Map<string, Route>([
  ["cloudhsm", keyStoreRoute("AWS CloudHSM key stores", paths.keyStores("cloudhsm"))],
  ["external", keyStoreRoute("External key stores", paths.keyStores("external"))],
]);

function keyRoute(keyId: string, kind: PageProps["kind"]): Route {
  const list = kind === "aws" ? awsKeys : customerKeys;
  const path = kind === "aws" ? paths.awsKey(keyId) : paths.key(keyId);
  const text = `Key ID: ${keyId}`;
  return { page: "key", title: text, crumbs: [list, { text, path }], props: { keyId, kind }, section: list.path };
}

const sandboxRoute = (page: PageName, title: string, path: string): Route => ({
  page,
  title,
  crumbs: [
    { text: "Sandbox", path },
    { text: title, path },
  ],
  props: noProps,
  section: path,
});

const sandboxRoutes = new Map<string, Route>([
  ["cryptographic-operations", sandboxRoute("cryptoOperations", "Cryptographic operations", paths.cryptoOperations())],
  ["aliases", sandboxRoute("aliases", "Aliases", paths.aliases())],
  ["explorer", sandboxRoute("explorer", "Alias explorer", paths.explorer())],
  ["playground", sandboxRoute("playground", "SDK playground", paths.playground())],
  ["settings", sandboxRoute("settings", "Settings", paths.settings())],
]);
