// Exports the info button behind the text of a column's header.
import Button from "@cloudscape-design/components/button";
import Popover from "@cloudscape-design/components/popover";
import { useState } from "react";

interface ColumnInfoProps {
  readonly column: string;
  readonly text: string;
}

export function ColumnInfo({ column, text }: ColumnInfoProps) {
  // The sticky header draws every header a second time, for the eye and the mouse only: there it must not take the focus.
  const [isCopy, setCopy] = useState(false);
  return (
    <span ref={(element) => setCopy(element?.closest('[aria-hidden="true"]') != null)}>
      <Popover header={column} triggerType="custom" dismissButton={false} content={text}>
        <Button
          variant="inline-icon"
          iconName="status-info"
          ariaLabel={`About ${column}`}
          {...(isCopy ? { nativeButtonAttributes: { tabIndex: -1 } } : {})}
        />
      </Popover>
    </span>
  );
}
