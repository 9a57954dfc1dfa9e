// Exports how many columns of a terminal a text takes, by the rule of the CLI's tables.

// Scripts and signs that Unicode calls wide or fullwidth, then those that it calls ambiguous and that texts often hold:
// Greek, Cyrillic, box drawing, typographic signs, and the accented letters of old Asian character sets.
const wide = new RegExp(
  [
    "[\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Yi}]",
    "[\\p{Emoji_Presentation}\\u3000-\\u303e\\uff01-\\uff60\\uffe0-\\uffe6]",
    "[\\u0391-\\u03a9\\u03b1-\\u03c9\\u0401\\u0410-\\u044f\\u0451\\u2500-\\u254b\\ue000-\\uf8ff\\ufffd]",
    "[\\u2010\\u2013-\\u2016\\u2018\\u2019\\u201c\\u201d\\u2020-\\u2022\\u2024-\\u2027\\u2030\\u20ac\\u2122\\u2190-\\u2199]",
    "[¡¤§¨ª®°-´¶-º¼-¿ÆÐ×ØÞ-áæè-êìíðòó÷-úüþ\\u00ad]",
  ].join("|"),
  "u",
);

/**
 * Wide, fullwidth and ambiguous characters count two, all others one. Source: Unicode Standard Annex #11; the CLI counts
 * ambiguous ones as wide. Simulated: by script, not by the table of 851 ranges.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}
