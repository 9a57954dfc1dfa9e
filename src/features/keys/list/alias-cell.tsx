// Exports the cell "Aliases" of the key lists: one alias, a link to the others, and all of them on hover or focus.
import Tooltip from "@cloudscape-design/components/tooltip";
import { useRef, useState } from "react";
import { AppLink } from "#ui/app-link.tsx";

interface AliasCellProps {
  /** Without `alias/`, in name order. */
  readonly aliases: readonly string[];
  /** The key's page, and its Aliases tab. */
  readonly keyHref: string;
  readonly aliasesHref: string;
}

export function AliasCell({ aliases, keyHref, aliasesHref }: AliasCellProps) {
  const [first, ...more] = aliases;
  if (first === undefined) return "-";
  return (
    <>
      <AppLink href={keyHref}>{first}</AppLink>
      {more.length > 0 && (
        <>
          {" "}
          <MoreAliases aliases={aliases} more={more.length} href={aliasesHref} />
        </>
      )}
    </>
  );
}

const shownNames = 20;

function MoreAliases({
  aliases,
  more,
  href,
}: {
  readonly aliases: readonly string[];
  readonly more: number;
  readonly href: string;
}) {
  const link = useRef<HTMLSpanElement>(null);
  const [isShown, setShown] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches; what is operated is the link inside
    <span
      ref={link}
      onMouseEnter={() => setShown(true)}
      onMouseLeave={() => setShown(false)}
      onFocus={() => setShown(true)}
      onBlur={() => setShown(false)}
    >
      <AppLink href={href}>(+{more} more)</AppLink>
      {isShown && (
        <Tooltip
          getTrack={() => link.current}
          onEscape={() => setShown(false)}
          content={
            <>
              {aliases.slice(0, shownNames).map((name) => (
                <div key={name}>{name}</div>
              ))}
              {aliases.length > shownNames && <div>and {aliases.length - shownNames} more</div>}
            </>
          }
        />
      )}
    </span>
  );
}
