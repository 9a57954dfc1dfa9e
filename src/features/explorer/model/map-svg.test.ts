import { expect, it } from "vitest";
import { newKey } from "#kms/index.ts";
import { mapOfLanes } from "./alias-map.ts";
import { layoutMap } from "./layout-map.ts";
import { mapSvg, type Palette, pictureSize } from "./map-svg.ts";
import { outlineOf } from "./outline.ts";
import { atOnce } from "./slices.ts";

const palette: Palette = {
  background: "#000001",
  lane: "#000002",
  node: "#000003",
  border: "#000004",
  text: "#000005",
  faint: "#000006",
  edge: "#000007",
  warning: "#000008",
};
const place = { account: "111122223333", region: "us-west-2" };
const key = newKey(place, {
  keyId: "1234abcd-12ab-34cd-56ef-1234567890ab",
  creationDate: 0,
  keySpec: "ECC_NIST_P256",
  keyUsage: "SIGN_VERIFY",
});

function mapWith(name: string) {
  const aliasName = `alias/${name}`;
  const alias = { ...place, aliasName, targetKeyId: key.keyId };
  const predefined = { ...place, aliasName: "alias/aws/s3" };
  return atOnce(
    mapOfLanes([
      {
        region: place.region,
        aliases: [
          { id: "a", alias, key },
          { id: "s3", alias: predefined, key: undefined },
        ],
        keys: [{ id: `${place.account}/${place.region}/${key.keyId}`, key, aliases: [aliasName] }],
      },
    ]),
  );
}

const draw = (name: string, isApiName = false): string =>
  mapSvg(layoutMap(mapWith(name)), { palette, isApiName, title: `Map of ${name}` });

it("draws every alias, key and edge with words for what they are", () => {
  const svg = draw("finance");
  for (const text of [
    ">finance<",
    ">1234abcd...<",
    ">ECC_NIST_P256, Sign and verify<",
    ">Enabled, 1 alias<",
    ">us-west-2<",
  ])
    expect(svg).toContain(text);
  expect(svg).toContain(">aws/s3 (no key)<");
  expect(svg.match(/<path /g)).toHaveLength(1);
});

it("cuts names that are longer than their box, and no facts of a key", () => {
  expect(draw("n".repeat(200))).toContain(`>${"n".repeat(24)}...<`);
  expect(draw("finance").match(/>[^<]*\.\.\.</g)).toEqual([">1234abcd...<"]);
});

it("shows names as the API has them when asked to", () => {
  expect(draw("finance", true)).toContain(">alias/finance<");
});

it("takes names as text, whatever they look like", () => {
  const svg = draw(`<script>"&'\u0007\ud800`);
  expect(svg).not.toContain("<script");
  expect(svg).toContain("&lt;script&gt;&quot;&amp;&#39;\ufffd\ufffd");
});

it("stands alone: no scripts, links, styles or colours that are not in the palette", () => {
  const svg = draw("finance");
  expect(svg).not.toMatch(/href|url\(|var\(|<style|<script|\bon[a-z]+=/);
  const colours = svg.match(/#[0-9a-f]{6}/g) ?? [];
  expect(colours.filter((colour) => !(Object.values(palette) as string[]).includes(colour))).toEqual([]);
});

it("says its size", () => {
  const { width, height } = pictureSize(layoutMap(mapWith("finance")));
  expect(draw("finance")).toContain(`width="${width}" height="${height}"`);
});

it("is told as text, too", () => {
  expect(outlineOf(mapWith("finance-key"))).toEqual([
    {
      region: "us-west-2",
      aliases: [
        "alias finance-key, us-west-2, points to key 1234abcd..., asymmetric, enabled",
        "alias aws/s3, of AWS, us-west-2, no key",
      ],
      lonelyKeys: [],
      omitted: 0,
    },
  ]);
  expect(outlineOf(mapWith("finance"), 1)[0]).toMatchObject({ omitted: 1 });
});
