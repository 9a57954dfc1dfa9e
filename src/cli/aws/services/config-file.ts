// Exports the reading and changing of ~/.aws/config and ~/.aws/credentials.
import { type AwsHost, FileError } from "#cli/aws/aws-host.ts";
import { decodeUtf8, encodeUtf8 } from "#lib/bytes.ts";

/** Settings of each section, by name: `default`, `profile dev`; in credentials `dev`. */
export type Sections = ReadonlyMap<string, ReadonlyMap<string, string>>;

export type ConfigFile = "config" | "credentials";

/** Where the file is, or where the environment says it is. */
export function configPath(file: ConfigFile, env: AwsHost["env"]): string {
  const named = file === "config" ? env.AWS_CONFIG_FILE : env.AWS_SHARED_CREDENTIALS_FILE;
  return named ?? `~/.aws/${file}`;
}

/** What the file holds; nothing where there is none. */
export async function readSections(file: ConfigFile, host: AwsHost): Promise<Sections> {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  for (const line of (await readText(file, host)).split("\n")) {
    const name = sectionName(line);
    if (name !== undefined) {
      section = sections.get(name) ?? new Map();
      sections.set(name, section);
    }
    const setting = settingOf(line);
    if (setting) section?.set(setting.name, setting.value);
  }
  return sections;
}

/**
 * Puts one setting into a section, in its line where it stands already, after the last setting of its section otherwise, in
 * a new section at the end where there is none. All else stays as it is. Source: AWS CLI 2.9, `configure set`.
 * @throws FileError
 */
export async function writeSetting(
  file: ConfigFile,
  section: string,
  setting: { readonly name: string; readonly value: string },
  host: AwsHost,
): Promise<void> {
  const text = await readText(file, host);
  const changed = withSetting(text, section, setting.name, `${setting.name} = ${setting.value}`);
  await host.writeFile(configPath(file, host.env), encodeUtf8(changed));
}

function withSetting(text: string, section: string, name: string, written: string): string {
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  const start = lines.findIndex((line) => sectionName(line) === section);
  if (start === -1) return `${[...lines, `[${section}]`, written].join("\n")}\n`;
  let last = start;
  for (let i = start + 1; i < lines.length && sectionName(lines[i] ?? "") === undefined; i += 1) {
    const setting = settingOf(lines[i] ?? "");
    if (setting?.name === name) return `${lines.with(i, written).join("\n")}\n`;
    if (setting) last = i;
  }
  return `${lines.toSpliced(last + 1, 0, written).join("\n")}\n`;
}

async function readText(file: ConfigFile, host: AwsHost): Promise<string> {
  try {
    return decodeUtf8(await host.readFile(configPath(file, host.env))) ?? "";
  } catch (error) {
    if (error instanceof FileError && error.code === "ENOENT") return "";
    throw error;
  }
}

function sectionName(line: string): string | undefined {
  const [, name] = /^\s*\[([^\]]+)\]/.exec(line) ?? [];
  // A name with spaces may stand in quotes: [profile "my own"].
  return name?.trim().replace(/^(\S+)\s+(["'])(.*)\2$/, "$1 $3");
}

function settingOf(line: string): { name: string; value: string } | undefined {
  if (/^\s*[#;]/.test(line)) return undefined;
  const [, name, value] = /^([^:=\s][^:=]*?)\s*[:=]\s*(.*?)\s*$/.exec(line) ?? [];
  return name === undefined || value === undefined ? undefined : { name, value };
}
