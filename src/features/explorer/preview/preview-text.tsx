// Exports PreviewText: all that a preview tells, the worst first.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import type { ArtefactRecord } from "#kms/index.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { ArtefactTable } from "./artefact-table.tsx";
import { EffectList } from "./effect-list.tsx";
import type { Preview } from "./preview.ts";
import { UserList } from "./user-list.tsx";

export function PreviewText({ preview }: { readonly preview: Preview<ArtefactRecord> }) {
  const { refusal, effects, between, recreate, users, artefacts } = preview;
  return (
    <SpaceBetween size="m">
      {refusal && (
        <Alert type="error" header={`AWS KMS would refuse ${refusal.call.operation}`}>
          {refusalText(refusal.error)}
          {refusal.made > 0 && <div>The first of the two calls would have been made by then, and would stay made.</div>}
        </Alert>
      )}
      {recreate.length > 0 && (
        <Section title="What a new alias of the same name would mean">
          <EffectList effects={recreate} />
        </Section>
      )}
      {!refusal && (
        <Section title="What would change">
          {effects.length === 0 ? "Nothing that callers would notice." : <EffectList effects={effects} />}
        </Section>
      )}
      {between.length > 0 && (
        <Section title="Between the two calls">
          <Box variant="p">
            A swap is two calls of UpdateAlias. Whoever calls after the first and before the second:
          </Box>
          <EffectList effects={between} />
        </Section>
      )}
      {!refusal &&
        (artefacts.length > 0 ? (
          <ArtefactTable artefacts={artefacts} />
        ) : (
          <Section title="Cards on the bench">
            There are none. Encrypt or sign something on the bench of the alias explorer to see what a change does to
            it.
          </Section>
        ))}
      <Section title="Who has used it lately">
        {users ? <UserList users={users} /> : "The trail could not be read."}
      </Section>
    </SpaceBetween>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Box variant="h2">{title}</Box>
      {children}
    </div>
  );
}
