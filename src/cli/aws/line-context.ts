// Exports what a command is given beside its own words.
import type { GlobalOptions } from "./args/global-options.ts";
import type { AwsHost } from "./aws-host.ts";
import type { Pages } from "./out/paginate.ts";
import type { PrintableObject } from "./out/printable.ts";
import type { Settings } from "./settings.ts";

export interface LineContext {
  readonly globals: GlobalOptions;
  readonly settings: Settings;
  readonly host: AwsHost;
  /** The answer as text, in the format and under the query of the line. */
  print(title: string, answer: PrintableObject | Pages): string;
}
