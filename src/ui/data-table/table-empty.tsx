// Exports what a table shows when it has no rows: none at all, or none that the filter lets through.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}

export function TableEmpty({ title, text, action }: Props) {
  return (
    <Box margin={{ vertical: "xs" }} textAlign="center" color="inherit">
      <SpaceBetween size="m">
        <div>
          <Box variant="strong" color="inherit">
            {title}
          </Box>
          <Box variant="p" color="inherit">
            {text}
          </Box>
        </div>
        {action}
      </SpaceBetween>
    </Box>
  );
}

export function TableNoMatch({ onClear }: { readonly onClear: () => void }) {
  return (
    <TableEmpty
      title="No matches"
      text="We can't find a match."
      action={<Button onClick={onClear}>Clear filter</Button>}
    />
  );
}
