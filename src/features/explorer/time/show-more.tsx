// Exports ShowMore: the button below a list of changes that is shown in pieces, and how long the first piece is.
import Button from "@cloudscape-design/components/button";

/** Longer lists are shown in pieces. */
export const shownAtOnce = 20;

interface Props {
  readonly count: number;
  readonly limit: number;
  readonly onLimit: (limit: number) => void;
}

export function ShowMore({ count, limit, onLimit }: Props) {
  if (count <= limit) return null;
  return <Button onClick={() => onLimit(limit + shownAtOnce * 5)}>Show more ({count - limit} are not shown)</Button>;
}
