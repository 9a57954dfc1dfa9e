// Exports how the picture of the map leaves the page: copied or saved, as SVG or PNG.
import { download } from "#ui/download.ts";

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const fileName = "alias-map";

export function saveSvg({ svg }: Picture): void {
  download(`${fileName}.svg`, svg, "image/svg+xml");
}

/** @throws when the browser forbids it; pages that are not in front may not write to the clipboard. */
export async function copySvg({ svg }: Picture): Promise<void> {
  await navigator.clipboard.writeText(svg);
}

/** @throws when the picture is too big for a canvas of this browser. */
export async function savePng(picture: Picture): Promise<void> {
  const blob = await pngOf(picture);
  download(`${fileName}.png`, new Uint8Array(await blob.arrayBuffer()), "image/png");
}

/** @throws as the two above do. */
export async function copyPng(picture: Picture): Promise<void> {
  // The promise goes in, not its end: Safari forgets the user's click while it is awaited.
  await navigator.clipboard.write([new ClipboardItem({ "image/png": pngOf(picture) })]);
}

/** What every browser can draw: 16,384 a side, and 64 million pixels in all. */
const longestSide = 16_384;
const mostPixels = 64_000_000;

/** Twice the size for sharp slides, less where a canvas would end. */
export function pngScale({ width, height }: Pick<Picture, "width" | "height">): number {
  return Math.min(2, longestSide / width, longestSide / height, Math.sqrt(mostPixels / (width * height)));
}

async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = pngScale({ width, height });
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is too big for this browser."))));
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
