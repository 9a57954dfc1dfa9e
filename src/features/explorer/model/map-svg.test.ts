import { expect, it } from "vitest";
import { type KeyRecord, newKey } from "#kms/index.ts";
import { mapOfLanes } from "./alias-map.ts";
import { layoutMap } from "./layout-map.ts";
import { mapSvg, pictureSize } from "./map-svg.ts";
import { outlineOf } from "./outline.ts";
import type { Palette } from "./palette.ts";
import { atOnce } from "./slices.ts";

const palette: Palette = {
  background: "#000001",
  node: "#000002",
  line: "#000003",
  lineQuiet: "#000004",
  text: "#000005",
  faint: "#000006",
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
    ">ECC_NIST_P256, sign and verify<",
    ">● Enabled<",
    ">1 alias<",
    ">US West (Oregon) us-west-2<",
  ])
    expect(svg).toContain(text);
  for (const text of [">aws/s3<", ">AWS<", ">No key<", ">Managed by AWS<"]) expect(svg).toContain(text);
  // The edge, and the line above what is AWS's.
  expect(svg.match(/<path /g)).toHaveLength(2);
});

it("marks what the map marks: a disabled key, a key without an alias, a name that differs, the gap where it lacks", () => {
  const east = { ...place, region: "us-east-1" };
  const disabled = {
    ...newKey(east, { ...key, keyId: "0987dcba-09fe-87dc-65ba-ab0987654321" }),
    keyState: "Disabled",
  } as const;
  const alias = (at: typeof place, of: KeyRecord) => ({
    id: `${at.region}/app`,
    alias: { ...at, aliasName: "alias/app", targetKeyId: of.keyId },
    key: of,
  });
  const map = atOnce(
    mapOfLanes([
      { region: place.region, aliases: [alias(place, key)], keys: [{ id: "k", key, aliases: ["alias/app"] }] },
      { region: east.region, aliases: [alias(east, disabled)], keys: [{ id: "d", key: disabled, aliases: [] }] },
      { region: "eu-central-1", aliases: [], keys: [] },
    ]),
  );
  const svg = mapSvg(layoutMap(map), { palette, isApiName: false, title: "app" });
  for (const text of [">○ Disabled<", ">no alias<", ">Missing in 1 of 3<", ">Not in eu-central-1<"])
    expect(svg).toContain(text);
  expect(svg).toMatch(/<path [^>]*stroke-dasharray="6 4"/);
  expect(svg).toMatch(/<path [^>]*stroke-dasharray="1 5"/);
});

it("cuts names that are longer than their box, and no facts of a key", () => {
  expect(draw("n".repeat(200))).toContain(`>${"n".repeat(23)}...<`);
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
      gaps: [],
      lonelyKeys: [],
      omitted: 0,
    },
  ]);
  expect(outlineOf(mapWith("finance"), 1)[0]).toMatchObject({ omitted: 1 });
});
