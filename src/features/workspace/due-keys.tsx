// Exports DueKeys, a list of keys with the time at which something happens to them.
import { formatTime } from "#lib/time-text.ts";
import type { DueKey } from "./falls-due.ts";

/** More names than anybody reads would only push the buttons off the screen. */
const namedKeys = 20;

export function DueKeys({ due }: { readonly due: readonly DueKey[] }) {
  return (
    <ul>
      {due.slice(0, namedKeys).map(({ key, at, aliases }) => (
        <li key={`${key.account}/${key.region}/${key.keyId}/${at}`}>
          <strong>{aliases.length > 0 ? aliases.join(", ") : key.keyId}</strong>
          {aliases.length > 0 && `, key ${key.keyId}`} in {key.region}, account {key.account}: {formatTime(at)}
        </li>
      ))}
      {due.length > namedKeys && <li>and {due.length - namedKeys} more</li>}
    </ul>
  );
}
