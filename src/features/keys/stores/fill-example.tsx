// Exports FillExample: the button that fills a form with values that are well formed and of nobody, since nothing real is here.
import Badge from "@cloudscape-design/components/badge";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";

export function FillExample({ onFill }: { readonly onFill: () => void }) {
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Button onClick={onFill}>Fill in example values</Button>
      <Badge color="blue">Sandbox extra</Badge>
    </SpaceBetween>
  );
}
