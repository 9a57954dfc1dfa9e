// Exports the Regions of the `aws` partition. Source: AWS account management guide, "Enable or disable AWS Regions".

export interface Region {
  readonly code: string;
  /** As the Region selector shows it, e.g. `US West (Oregon)`. */
  readonly name: string;
  /** City or area, e.g. `Oregon`. */
  readonly city: string;
  readonly group: RegionGroup;
  /** An opt-in Region is hidden until the account enables it. */
  readonly optIn: boolean;
}

export type RegionGroup =
  | "United States"
  | "Asia Pacific"
  | "Canada"
  | "Europe"
  | "South America"
  | "Africa"
  | "Middle East"
  | "Mexico";

type Row = readonly [code: string, name: string, city: string];

const groups: readonly (readonly [RegionGroup, readonly Row[], readonly Row[]])[] = [
  [
    "United States",
    [
      ["us-east-1", "US East", "N. Virginia"],
      ["us-east-2", "US East", "Ohio"],
      ["us-west-1", "US West", "N. California"],
      ["us-west-2", "US West", "Oregon"],
    ],
    [],
  ],
  [
    "Asia Pacific",
    [
      ["ap-south-1", "Asia Pacific", "Mumbai"],
      ["ap-northeast-3", "Asia Pacific", "Osaka"],
      ["ap-northeast-2", "Asia Pacific", "Seoul"],
      ["ap-southeast-1", "Asia Pacific", "Singapore"],
      ["ap-southeast-2", "Asia Pacific", "Sydney"],
      ["ap-northeast-1", "Asia Pacific", "Tokyo"],
    ],
    [
      ["ap-east-1", "Asia Pacific", "Hong Kong"],
      ["ap-south-2", "Asia Pacific", "Hyderabad"],
      ["ap-southeast-3", "Asia Pacific", "Jakarta"],
      ["ap-southeast-5", "Asia Pacific", "Malaysia"],
      ["ap-southeast-4", "Asia Pacific", "Melbourne"],
      ["ap-southeast-6", "Asia Pacific", "New Zealand"],
      ["ap-east-2", "Asia Pacific", "Taipei"],
      ["ap-southeast-7", "Asia Pacific", "Thailand"],
    ],
  ],
  ["Canada", [["ca-central-1", "Canada", "Central"]], [["ca-west-1", "Canada West", "Calgary"]]],
  [
    "Europe",
    [
      ["eu-central-1", "Europe", "Frankfurt"],
      ["eu-west-1", "Europe", "Ireland"],
      ["eu-west-2", "Europe", "London"],
      ["eu-west-3", "Europe", "Paris"],
      ["eu-north-1", "Europe", "Stockholm"],
    ],
    [
      ["eu-south-1", "Europe", "Milan"],
      ["eu-south-2", "Europe", "Spain"],
      ["eu-central-2", "Europe", "Zurich"],
    ],
  ],
  ["South America", [["sa-east-1", "South America", "São Paulo"]], []],
  ["Africa", [], [["af-south-1", "Africa", "Cape Town"]]],
  [
    "Middle East",
    [],
    [
      ["me-south-1", "Middle East", "Bahrain"],
      ["il-central-1", "Israel", "Tel Aviv"],
      ["me-central-1", "Middle East", "UAE"],
    ],
  ],
  ["Mexico", [], [["mx-central-1", "Mexico", "Central"]]],
];

const rows = (group: RegionGroup, list: readonly Row[], optIn: boolean): Region[] =>
  list.map(([code, area, city]) => ({ code, name: `${area} (${city})`, city, group, optIn }));

/** All Regions, in the order of the Region selector. */
export const regions: readonly Region[] = groups.flatMap(([group, byDefault, optIn]) => [
  ...rows(group, byDefault, false),
  ...rows(group, optIn, true),
]);

const byCode = new Map(regions.map((region) => [region.code, region]));

export function findRegion(code: string): Region | undefined {
  return byCode.get(code);
}

/** The Regions that every account has and cannot disable. */
export const defaultRegions: readonly string[] = regions.filter((region) => !region.optIn).map(({ code }) => code);
