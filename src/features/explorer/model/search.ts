// Exports searchOf: what a text in the search box looks for. It takes what people have in hand: a part of a name, a key ID, or an
// ARN from a policy or a log, which also names its Region and account.
import { type AliasRecord, type KeyRecord, parseKeyIdentifier } from "#kms/index.ts";
import { namePart } from "./alias-text.ts";

export interface Search {
  /** The Region that an ARN names; undefined where the text names none. */
  readonly region: string | undefined;
  isAlias(alias: AliasRecord): boolean;
  /** Whether a key is found by itself; the keys of the aliases that are found are shown in any case. */
  isKey(key: KeyRecord): boolean;
}

export function searchOf(typed: string): Search {
  const text = typed.trim();
  if (text === "") return { region: undefined, isAlias: () => true, isKey: () => true };
  const named = parseKeyIdentifier(text);
  switch (named.form) {
    case "key ARN": {
      const { region, account, keyId } = named;
      return {
        region,
        isAlias: (alias) => alias.targetKeyId === keyId && alias.account === account && alias.region === region,
        isKey: (key) => key.keyId === keyId && key.account === account && key.region === region,
      };
    }
    case "alias ARN": {
      const { region, account, aliasName } = named;
      return {
        region,
        // Alias names are told apart by letter case.
        isAlias: (alias) => alias.aliasName === aliasName && alias.account === account && alias.region === region,
        isKey: () => false,
      };
    }
    case "key ID":
    case "alias name":
    case "unknown":
      return partOf(text.toLowerCase());
  }
}

function partOf(text: string): Search {
  const isPart = namePart(text);
  return {
    region: undefined,
    isAlias: ({ aliasName, targetKeyId }) => isPart(aliasName) || targetKeyId?.includes(text) === true,
    isKey: ({ keyId }) => keyId.includes(text),
  };
}
