// Exports the footer: it says what this is, on every page.

export function BottomBar() {
  return (
    <footer id="bottom-bar">
      <span>Training sandbox – not affiliated with AWS. Its keys protect nothing real.</span>
      <span>Everything stays in this browser.</span>
    </footer>
  );
}
