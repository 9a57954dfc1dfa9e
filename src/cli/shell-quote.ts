// Exports quoting for POSIX shells.

/** Nothing in here means anything to a shell; a leading `=` does in zsh, so it is not allowed first. */
const plainWord = /^[\w@%+:,./-][\w@%+=:,./-]*$/;

/** The text as one word of a POSIX shell (also bash and zsh). A NUL cannot stand in any argument and is the caller's care. */
export function shellQuote(word: string): string {
  return plainWord.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
