// Exports PageNotFound: the clear page for a URL that leads nowhere. It names what is wrong and shows the ways on.
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";

interface Props {
  readonly title: string;
  /** One or two sentences: what was looked for, and where. */
  readonly children: ReactNode;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

export function PageNotFound({ title, children, links }: Props) {
  return (
    <Container header={<Header variant="h1">{title}</Header>}>
      <SpaceBetween size="m">
        <Box variant="p">{children}</Box>
        <SpaceBetween size="xs">
          {links.map(({ text, href }) => (
            <AppLink key={`${href} ${text}`} href={href}>
              {text}
            </AppLink>
          ))}
        </SpaceBetween>
      </SpaceBetween>
    </Container>
  );
}
