// Exports what a change is called: over its preview, on its button, and when it is done or taken back.
import type { Change } from "#features/explorer/types.ts";
import { displayAlias, type Place, recordId } from "#kms/index.ts";
import type { FlashText } from "#store/flashes.ts";

interface ChangeWords {
  readonly title: string;
  /** On the button that makes it. */
  readonly verb: string;
  readonly done: FlashText;
  readonly undone: FlashText;
}

export function wordsOf(change: Change): ChangeWords {
  const { region } = change;
  switch (change.type) {
    case "retarget": {
      const alias = displayAlias(change.aliasName);
      return {
        title: `Retarget alias ${alias}`,
        verb: "Retarget alias",
        done: ["Alias ", { strong: alias }, ` in ${region} points to key `, { strong: change.keyId }, "."],
        undone: ["Alias ", { strong: alias }, ` in ${region} points to the key that it had before.`],
      };
    }
    case "createAlias": {
      const alias = displayAlias(change.aliasName);
      return {
        title: `Create alias ${alias}`,
        verb: "Create alias",
        done: ["Successfully created alias ", { strong: alias }, ` in ${region}.`],
        undone: ["Alias ", { strong: alias }, ` in ${region} is deleted again.`],
      };
    }
    case "deleteAlias": {
      const alias = displayAlias(change.aliasName);
      return {
        title: `Delete alias ${alias}`,
        verb: "Delete alias",
        done: ["Successfully deleted alias ", { strong: alias }, ` in ${region}.`],
        undone: ["Alias ", { strong: alias }, ` in ${region} is created again.`],
      };
    }
    case "swap": {
      const [alias, other] = [displayAlias(change.aliasName), displayAlias(change.otherName)];
      const both: FlashText = ["Aliases ", { strong: alias }, " and ", { strong: other }, ` in ${region} `];
      return {
        title: `Swap aliases ${alias} and ${other}`,
        verb: "Swap aliases",
        done: [...both, "have each other's key."],
        undone: [...both, "have their own keys again."],
      };
    }
    case "disableKey": {
      const key: FlashText = ["key ", { strong: change.keyId }, ` in ${region}.`];
      return {
        title: "Disable key",
        verb: "Disable key",
        done: ["Successfully disabled ", ...key],
        undone: ["Successfully enabled ", ...key],
      };
    }
    case "scheduleDeletion": {
      const key: FlashText = ["key ", { strong: change.keyId }, ` in ${region}`];
      return {
        title: "Schedule key deletion",
        verb: "Schedule deletion",
        done: ["Successfully scheduled deletion for ", ...key, "."],
        undone: ["Successfully canceled deletion for ", ...key, "."],
      };
    }
  }
}

/** The record ids of what a change touches. */
export function subjectsOf(change: Change, account: string): readonly string[] {
  const place: Place = { account, region: change.region };
  switch (change.type) {
    case "swap":
      return [recordId(place, change.aliasName), recordId(place, change.otherName)];
    case "disableKey":
    case "scheduleDeletion":
      return [recordId(place, change.keyId)];
    default:
      return [recordId(place, change.aliasName)];
  }
}
