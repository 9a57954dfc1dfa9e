// Exports the key under which each table keeps a record; the same text is the record's id in the World.
import { keyMaterialId, partOfKeyId, type Records, recordId, settingsId, type TableName, tagId } from "#kms/index.ts";

type KeyOf = { readonly [T in TableName]: (record: Records[T]) => string };

const keyOf: KeyOf = {
  keys: (key) => recordId(key, key.keyId),
  aliases: (alias) => recordId(alias, alias.aliasName),
  keyPolicies: (policy) => recordId(policy, policy.keyId),
  tags: (tag) => tagId(tag, tag.keyId, tag.tagKey),
  grants: (grant) => partOfKeyId(grant, grant.keyId, grant.grantId),
  keyMaterials: (material) => keyMaterialId(material, material.keyId, material.order),
  importParameters: (parameters) => partOfKeyId(parameters, parameters.keyId, parameters.importId),
  customKeyStores: (store) => recordId(store, store.customKeyStoreId),
  artefacts: (artefact) => recordId(artefact, artefact.artefactId),
  accounts: ({ account }) => account,
  settings: () => settingsId,
};

/** Nothing but the record says where it belongs, so that no file and no database can put it elsewhere. */
export function recordKey<T extends TableName>(table: T, record: Records[T]): string {
  return keyOf[table](record);
}
