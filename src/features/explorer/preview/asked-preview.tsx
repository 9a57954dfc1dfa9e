// Exports AskedPreview: the preview of a change that another page asks for, over that page.
import { useMemo } from "react";
import { parseChange } from "./parse-change.ts";
import { PreviewModal } from "./preview-modal.tsx";

interface Props {
  /** A change as JSON. */
  readonly preview: string;
  readonly onClose: () => void;
  readonly onMade: () => void;
}

export function AskedPreview({ preview, ...rest }: Props) {
  const change = useMemo(() => parseChange(preview), [preview]);
  return change && <PreviewModal change={change} {...rest} />;
}
