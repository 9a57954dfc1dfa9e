import { describe, expect, test } from "vitest";
import { createScanner } from "./needs-more.ts";

/** Whether the last of these lines leaves something open. */
function needsMore(text: string): boolean {
  const scanner = createScanner();
  return text.split("\n").reduce((_, line) => !scanner.add(line), false);
}

describe("a line that goes on", () => {
  test.each([
    ["aws kms create-alias \\"],
    ["aws kms create-alias \\\n --alias-name alias/a \\"],
    ["echo 'abc"],
    ['echo "abc'],
    ["echo \"it's"],
    ['echo "$(echo "a'],
    ["x=$(aws kms list-keys"],
    ["echo `date"],
    ["cat <<EOF"],
    ["cat <<EOF\nline"],
    ["cat <<'EOF' > f.txt\n$x\nEO"],
    ["cat <<-EOF\n\tline"],
    ["aws kms list-keys |"],
    ["true &&"],
    ["true || "],
    ["if true; then"],
    ["if true; then\necho a"],
    ["for i in 1 2; do echo $i"],
    ["while true; do if a; then b; fi"],
    ["case $x in a) echo"],
    ["f() {"],
    ["{ echo a"],
    ["( cd x"],
    ["ls && # then"],
    ["ls |\n\n# a note"],
    ["function f {"],
    ["function f { if true; then echo }"],
    ["select x in a b; do"],
    ["echo $'it\\'s"],
    ["echo $((1 + (2"],
    ["echo ${x:-'a"],
    ["cat <<A <<B\na\nA\nb"],
  ])("%j", (text) => expect(needsMore(text)).toBe(true));
});

describe("a line that is complete", () => {
  test.each([
    [""],
    ["aws kms list-keys"],
    ["aws kms create-alias \\\n --alias-name alias/a"],
    ["echo 'a\nb'"],
    ["echo it\\'s"],
    ["echo \"it's\" '\"'"],
    ['echo "$(echo "a")"'],
    ["echo $(date) `date`"],
    ["echo a # it's a comment"],
    ["echo a#'b'"],
    ["cat <<EOF\nit's\nEOF"],
    ["cat <<-EOF\n\tit's\n\tEOF"],
    ["cat <<< 'a'"],
    ["echo if then for do"],
    ["if true; then echo a; fi"],
    ["for i in 1 2; do echo $i; done"],
    ["while true; do :; done"],
    ["case $x in a) echo a;; *) echo b;; esac"],
    ["f() { echo a; }"],
    ["(cd x; ls)"],
    ["aws kms list-aliases --query 'Aliases[?AliasName==`alias/finance`]'"],
    ["echo {,}"],
    ["echo }"],
    ["echo $((1 + 2))"],
    ["sleep 1 &"],
    ["echo \\\\"],
    ["echo $((1<<2))"],
    ["echo $(( (1 + 2) << (3) ))"],
    ["(( x << 2 ))"],
    ["for ((i = 0; i < 3; i++)); do echo $i; done"],
    ["echo $'it\\'s'"],
    ["function f { echo a; }"],
    ["function f() { echo a; }"],
    ["select x in a b; do echo; done"],
    ["for do"],
    ["for x do echo; done"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is bash's
    ['echo ${x:-(} ${#x} ${x#a} "${x:-"a b"}"'],
    ["ls &&\n# a note\nls"],
    ["ls &>all"],
    ["echo a; echo $?; echo $"],
    ["case $x in (a) if b; then c; fi;; esac"],
    ["cat <<A <<B\na\nA\nb\nB"],
    ["echo $(cat <<EOF\nit's\nEOF\n)"],
  ])("%j", (text) => expect(needsMore(text)).toBe(false));
});

test("a megabyte is judged in a moment", () => {
  const started = performance.now();
  expect(needsMore(`echo ${"a b ".repeat(250_000)}`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(2000);
});

test("a here-document of 20,000 lines is read once", () => {
  const started = performance.now();
  expect(needsMore(`cat <<EOF\n${"it's a line\n".repeat(20_000)}EOF`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(1000);
});
