// Exports the components of the pages, loaded when they are first needed.
import type { ComponentType } from "react";
import { CustomerKeysPage } from "#features/keys/list/customer-keys-page.tsx";
import type { PageName, PageProps } from "./routes.ts";

/** A page component under the one form that the shell renders. */
type Page = ComponentType<PageProps>;

const pages: Readonly<Record<PageName, () => Promise<Page>>> = {
  home: async () => (await import("#features/keys/landing-page.tsx")).LandingPage,
  // The landing page comes with the first load: as a part of its own it would scatter that over sixty files.
  keys: async () => CustomerKeysPage,
  awsKeys: async () => (await import("#features/keys/list/aws-keys-page.tsx")).AwsKeysPage,
  key: async () => (await import("#features/keys/detail/key-detail-page.tsx")).KeyDetailPage,
  createKey: async () => (await import("#features/keys/create/create-key-page.tsx")).CreateKeyPage,
  scheduleDeletion: async () =>
    (await import("#features/keys/deletion/schedule-deletion-page.tsx")).ScheduleDeletionPage,
  keyStores: async () => (await import("#features/keys/key-stores-page.tsx")).KeyStoresPage,
  cryptoOperations: async () =>
    (await import("#features/crypto-operations/crypto-operations-page.tsx")).CryptoOperationsPage,
  aliases: async () => (await import("#features/aliases/aliases-page.tsx")).AliasesPage,
  explorer: async () => (await import("#features/explorer/explorer-page.tsx")).ExplorerPage,
  playground: async () => (await import("#features/playground/playground-page.tsx")).PlaygroundPage,
  settings: async () => (await import("#features/workspace/settings-page.tsx")).SettingsPage,
};

const loaded = new Map<PageName, Page>();
const loading = new Map<PageName, Promise<Page>>();

/** The component of a page if it has been loaded. */
export function loadedPage(name: PageName): Page | undefined {
  return loaded.get(name);
}

/** Loads a page once; a failed load is tried again by the next visit. */
export function loadPage(name: PageName): Promise<Page> {
  const underWay = loading.get(name);
  if (underWay) return underWay;
  const page = pages[name]().then(
    (component) => {
      loaded.set(name, component);
      return component;
    },
    (error: unknown) => {
      loading.delete(name);
      throw error;
    },
  );
  loading.set(name, page);
  return page;
}
