// Exports ShareButton: copies a link that holds the code.
import Button from "@cloudscape-design/components/button";
import { showFlash } from "#store/flashes.ts";
import { useLinks } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { encodeShared, maxSharedBytes } from "./share.ts";

export function ShareButton({ code }: { readonly code: string }) {
  const { href } = useLinks();
  const share = async (): Promise<void> => {
    const packed = await encodeShared(code);
    if (packed === undefined) {
      const text = [`A link holds up to ${maxSharedBytes / 1024} KiB of code, less if it does not compress well.`];
      showFlash({ id: "shared", type: "error", header: "The code is too long to be shared by a link", text });
      return;
    }
    const link = new URL(href(paths.playground({ code: packed })), document.baseURI).href;
    await navigator.clipboard.writeText(link).then(
      () =>
        showFlash({
          id: "shared",
          type: "success",
          text: ["Copied a link that holds the code. Nothing was uploaded."],
          isPassing: true,
        }),
      () =>
        showFlash({ id: "shared", type: "warning", header: "The browser does not let this page copy", text: [link] }),
    );
  };
  return (
    <Button iconName="share" onClick={() => void share()}>
      Copy link
    </Button>
  );
}
