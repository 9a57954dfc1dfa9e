// Exports the one path builder. Region and account live in the query string, the route in the hash, as in the real console:
// `?region=us-west-2#/kms/keys/<key id>?tab=aliases`. Everything that is read back is hostile until parsed.

export const keyTabs = ["policy", "cryptography", "tags", "rotations", "public-key", "regionality", "aliases"] as const;
export type KeyTab = (typeof keyTabs)[number];

export const settingsTabs = ["accounts", "regions", "clock", "workspace", "appearance"] as const;
export type SettingsTab = (typeof settingsTabs)[number];

export const explorerViews = ["map", "matrix", "outline"] as const;
export type ExplorerView = (typeof explorerViews)[number];

/** What the alias explorer opens with. */
interface ExplorerFace {
  readonly view?: ExplorerView | undefined;
  /** All Regions in use, unless told otherwise. */
  readonly regions?: "all" | "one" | undefined;
  /** The full name of the alias that is focused. */
  readonly focus?: string | undefined;
  /** The sequence number of the commit whose moment is shown; now, when absent. */
  readonly moment?: number | undefined;
  /** A change to be previewed, as JSON. */
  readonly preview?: string | undefined;
  /** What flies: the full name of an alias, or JSON `{aliasName, operation?, regions?}`. */
  readonly flight?: string | undefined;
}

const withParams = (path: string, params: Readonly<Record<string, string | undefined>>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
};

/** Routes within an account and Region. */
export const paths = {
  home: () => "/kms/home",
  keys: () => "/kms/keys",
  createKey: () => "/kms/keys/create",
  key: (keyId: string, tab?: KeyTab) => withParams(`/kms/keys/${encodeURIComponent(keyId)}`, { tab }),
  awsKeys: () => "/kms/defaultKeys",
  awsKey: (keyId: string, tab?: KeyTab) => withParams(`/kms/defaultKeys/${encodeURIComponent(keyId)}`, { tab }),
  /** The page that schedules the deletion of one or several keys; `from` is where its Cancel leads. */
  scheduleDeletion: (keyIds: readonly string[], from: "list" | "key" = "list") =>
    withParams("/kms/schedule-deletion", { keys: keyIds.join(","), from: from === "key" ? from : undefined }),
  keyStores: (kind: "cloudhsm" | "external") => `/kms/custom-key-stores/${kind}`,
  cryptoOperations: (preset: { readonly operation?: string; readonly keyId?: string } = {}) =>
    withParams("/sandbox/cryptographic-operations", preset),
  aliases: (scope?: "all-regions") => withParams("/sandbox/aliases", { scope }),
  explorer: ({ moment, ...face }: ExplorerFace = {}) =>
    withParams("/sandbox/explorer", { ...face, moment: moment === undefined ? undefined : String(moment) }),
  /** A sample by its id, or code of a shared link (features/playground/share.ts). */
  playground: ({ sample, code }: { readonly sample?: string | undefined; readonly code?: string | undefined } = {}) =>
    withParams("/sandbox/playground", { sample, code }),
  settings: (tab?: SettingsTab) => withParams("/sandbox/settings", { tab }),
} as const;

export interface Location {
  /** As the URL has it; undefined when it names none. May be no Region at all. */
  readonly region: string | undefined;
  /** Absent for the workspace's first account. */
  readonly account: string | undefined;
  /** The route as the URL has it, parameters included; without the leading #. */
  readonly path: string;
  /** Decoded path segments, e.g. `['kms', 'keys', '<key id>']`. */
  readonly segments: readonly string[];
  readonly params: Readonly<Record<string, string>>;
}

/** Reads a URL's query string and hash. Never throws: what cannot be decoded is kept as it is. */
export function parseLocation(search: string, hash: string): Location {
  const query = new URLSearchParams(search);
  const route = hash.replace(/^#/, "");
  const [path = "", params = ""] = splitOnce(route, "?");
  return {
    region: query.get("region") ?? undefined,
    account: query.get("account") ?? undefined,
    path: route,
    segments: path.split("/").filter(Boolean).map(decode),
    params: Object.fromEntries(new URLSearchParams(params)),
  };
}

/** The relative URL of a route in an account and Region. */
export function href(place: { readonly region: string; readonly account?: string | undefined }, path: string): string {
  return `${withParams("", { region: place.region, account: place.account })}#${path}`;
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray % in a pasted URL: shown as it is on the not-found page
  }
}
