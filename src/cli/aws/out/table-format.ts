// Exports the output format `table`: which rows, columns and sections a value makes.
import { UsageError } from "#cli/aws/args/usage-error.ts";
import { isList, isObject, isScalar, type Printable, type PrintableObject, pythonText, sorted } from "./printable.ts";
import { drawTable, type Section } from "./table-draw.ts";

/**
 * The value as a table under the name of the operation; nothing for an empty value. Source: AWS CLI 2.9, seen output.
 * @throws UsageError where the CLI cannot draw the value either: lists of rows of different lengths.
 */
export function formatTable(title: string, value: Printable): string {
  const sections: Section[] = [];
  addValue(sections, title, value, 0);
  return sections.length === 0 ? "" : drawTable(sections);
}

/** Without a title, rows go on in the section that is open. */
function addValue(sections: Section[], title: string | undefined, value: Printable, indent: number): void {
  if (isEmpty(value)) return;
  if (title !== undefined) sections.push({ title, indent, headers: [], rows: [] });
  if (isObject(value)) addObject(sections, value, indent);
  else if (isList(value) && isObject(value[0] ?? null)) addObjects(sections, title, value.filter(isObject), indent);
  else if (isList(value)) addList(sections, value);
}

/** What Python takes for false. */
function isEmpty(value: Printable): boolean {
  if (isList(value)) return value.length === 0;
  return isObject(value) ? Object.keys(value).length === 0 : !value;
}

function addList(sections: Section[], list: readonly Printable[]): void {
  for (const entry of list) {
    if (isScalar(entry)) addRow(sections, [pythonText(entry)]);
    else if (isList(entry) && entry.every(isScalar)) addRow(sections, entry.map(pythonText));
    else addValue(sections, undefined, entry, 0);
  }
}

function addObject(sections: Section[], value: PrintableObject, indent: number): void {
  const { cells, nested } = membersOf([value]);
  const row = cells.map((key) => cellText(value, key));
  const [only] = cells;
  if (only !== undefined && cells.length === 1) addRow(sections, [only, ...row]);
  else if (cells.length > 1) {
    addHeaders(sections, cells);
    addRow(sections, row);
  }
  for (const key of nested) addValue(sections, key, value[key] ?? null, indent + 1);
}

/** Entries that have more than cells begin a section each. */
function addObjects(
  sections: Section[],
  title: string | undefined,
  entries: readonly PrintableObject[],
  indent: number,
): void {
  const { cells, nested } = membersOf(entries);
  for (const [i, entry] of entries.entries()) {
    if (i > 0 && nested.length > 0) sections.push({ title: title ?? "", indent, headers: [], rows: [] });
    if (i === 0 || nested.length > 0) addHeaders(sections, cells);
    addRow(
      sections,
      cells.map((key) => cellText(entry, key)),
    );
    for (const key of nested) if (key in entry) addValue(sections, key, entry[key] ?? null, indent + 1);
  }
}

function membersOf(entries: readonly PrintableObject[]): { cells: readonly string[]; nested: readonly string[] } {
  const members = entries.flatMap((entry) => Object.entries(entry));
  const named = (wanted: boolean): string[] =>
    sorted(new Set(members.filter(([, value]) => isScalar(value) === wanted).map(([key]) => key)));
  return { cells: named(true), nested: named(false) };
}

function cellText(value: PrintableObject, key: string): string {
  return pythonText(value[key] ?? (key in value ? null : ""));
}

function addHeaders(sections: Section[], headers: readonly string[]): void {
  const section = sections.at(-1);
  if (section) section.headers = headers;
}

function addRow(sections: Section[], row: readonly string[]): void {
  const section = sections.at(-1);
  if (!section) return;
  const columns = section.headers.length > 0 ? section.headers.length : (section.rows[0]?.length ?? row.length);
  if (row.length !== columns)
    throw new UsageError(`Row should have ${columns} elements, instead it has ${row.length}`, 255);
  section.rows.push(row);
}
