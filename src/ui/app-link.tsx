// Exports AppLink: a real link to a page of the app. The shell follows such links without loading the page anew, so the
// browser's own gestures (new tab, copy address) keep working and nothing here needs to know how to navigate.
import Link, { type LinkProps } from "@cloudscape-design/components/link";
import type { ReactNode } from "react";

interface Props {
  /** Relative, as `useLinks().href` makes it. */
  readonly href: string;
  readonly children: ReactNode;
  readonly variant?: LinkProps.Variant;
  readonly fontSize?: LinkProps.FontSize;
  readonly ariaLabel?: string;
}

export function AppLink({ href, children, variant = "primary", fontSize, ariaLabel }: Props) {
  return (
    <Link
      href={href}
      variant={variant}
      {...(fontSize === undefined ? {} : { fontSize })}
      {...(ariaLabel === undefined ? {} : { ariaLabel })}
    >
      {children}
    </Link>
  );
}
