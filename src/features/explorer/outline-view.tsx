// Exports OutlineView: the map as text, Region by Region, for reading, searching in the page and screen readers.
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo } from "react";
import { findRegion } from "#kms/index.ts";
import { outlineOf, sharedNames } from "./model/outline.ts";
import type { AliasMap } from "./types.ts";

/** More lines of one Region are read by nobody; a search finds them. */
const mostLines = 500;

export function OutlineView({ map }: { readonly map: AliasMap }) {
  const sections = useMemo(() => outlineOf(map, mostLines), [map]);
  const shared = useMemo(() => sharedNames(map, mostLines), [map]);
  return (
    <SpaceBetween size="l">
      {shared.length > 0 && (
        <Container header={<Header variant="h2">Names in several Regions</Header>}>
          <Lines title="Names" lines={shared} />
        </Container>
      )}
      {sections.map(({ region, aliases, gaps, lonelyKeys, omitted }) => (
        <Container
          key={region}
          header={
            <Header variant="h2">
              {findRegion(region)?.name ?? region} ({region})
            </Header>
          }
        >
          <Lines title="Aliases" lines={aliases} />
          <Lines title="Missing here" lines={gaps} />
          <Lines title="Keys without an alias" lines={lonelyKeys} />
          {aliases.length + gaps.length + lonelyKeys.length === 0 && (
            <Box color="text-body-secondary">Nothing to show here.</Box>
          )}
          {omitted > 0 && (
            <Box color="text-body-secondary">
              and {omitted.toLocaleString("en-US")} more, which a search or a filter brings up
            </Box>
          )}
        </Container>
      ))}
    </SpaceBetween>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={title}>
      <Box variant="h3">{title}</Box>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
