// Exports NameText: a name such as KMSInvalidSignatureException, which a line may break between its words where it is narrow.
import { Fragment } from "react";

export function NameText({ name }: { readonly name: string }) {
  return name.split(/(?<=[a-z])(?=[A-Z])/).map((word, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a name have no identity but their place
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {word}
    </Fragment>
  ));
}
