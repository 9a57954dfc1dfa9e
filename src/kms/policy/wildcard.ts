// Exports the matching of policy patterns. Linear look-back instead of a regular expression: a policy is hostile, and a
// pattern of many stars would keep a backtracking matcher busy for ever.

/** Whether `text` fits `pattern`, in which `*` stands for any characters and `?` for one; letter case does not count. */
export function matchesWildcard(pattern: string, text: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = text.toLowerCase();
  let at = 0;
  let inText = 0;
  let star = -1;
  let afterStar = 0;
  while (inText < given.length) {
    if (at < wanted.length && wanted[at] === "*") {
      star = at;
      at += 1;
      afterStar = inText;
    } else if (at < wanted.length && (wanted[at] === "?" || wanted[at] === given[inText])) {
      at += 1;
      inText += 1;
    } else if (star >= 0) {
      // The last star takes one character more; earlier stars never need to be looked at again.
      at = star + 1;
      afterStar += 1;
      inText = afterStar;
    } else return false;
  }
  while (wanted[at] === "*") at += 1;
  return at === wanted.length;
}
