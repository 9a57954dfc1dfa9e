// Exports ArtefactCard: one card of the bench: what it is, where it came from, and what becomes of it now.
import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { memo } from "react";
import { pastReason } from "#features/explorer/reasons.ts";
import { type ArtefactRecord, displayAlias, type KeyRecord } from "#kms/index.ts";
import { encodeBase64 } from "#lib/base64.ts";
import { formatTime } from "#lib/time-text.ts";
import { keyPath } from "#store/key-path.ts";
import { useLinks } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { AppLink } from "#ui/app-link.tsx";
import { IdentifierText } from "#ui/identifier-text.tsx";
import { judgeOf, kindTexts, messageText } from "./artefact-texts.ts";
import type { Judgement } from "./judge-cards.ts";
import { OutcomeList } from "./outcome-list.tsx";

interface Props {
  readonly artefact: ArtefactRecord;
  /** The key that it was made under, if the World that is shown has it. */
  readonly keyUnder: KeyRecord | undefined;
  readonly judgement: Judgement | undefined;
  readonly isReadOnly: boolean;
  /** Whether it was made after the moment that is shown. */
  readonly isLater: boolean;
  readonly onRemove: (artefact: ArtefactRecord) => void;
}

export const ArtefactCard = memo(function ArtefactCard(props: Props) {
  const { artefact, judgement, isReadOnly, isLater, onRemove } = props;
  const { href } = useLinks();
  const { kind, label, aliasName, region, message } = artefact;
  const operation = judgeOf[kind];
  const tryIt = href(paths.cryptoOperations({ operation, keyId: aliasName }), { region });
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h3"
          info={
            <>
              <Badge>{kindTexts[kind]}</Badge>
              {isLater && (
                <>
                  {" "}
                  <Badge color="grey">Made later</Badge>
                </>
              )}
            </>
          }
          actions={
            <SpaceBetween direction="horizontal" size="xxs">
              <CopyToClipboard
                variant="icon"
                textToCopy={encodeBase64(artefact.blob)}
                copyButtonAriaLabel={`Copy ${kindTexts[kind]} of ${label}`}
                copySuccessText={`${kindTexts[kind]} copied as base64`}
                copyErrorText={`${kindTexts[kind]} could not be copied`}
              />
              <Button
                variant="icon"
                iconName="remove"
                ariaLabel={`Remove ${label}`}
                disabled={isReadOnly}
                {...(isReadOnly ? { disabledReason: pastReason } : {})}
                onClick={() => onRemove(artefact)}
              />
            </SpaceBetween>
          }
        >
          {label}
        </Header>
      }
      footer={<AppLink href={tryIt}>Try it in Cryptographic operations</AppLink>}
    >
      <SpaceBetween size="m">
        <OutcomeList artefact={artefact} judgement={judgement} />
        <KeyValuePairs
          columns={2}
          minColumnWidth={190}
          items={[
            { label: "Made through", value: `alias ${displayAlias(aliasName)}, ${region}` },
            { label: "Made", value: formatTime(artefact.createdAt) },
            { label: "Under key", value: <KeyUnder {...props} /> },
            { label: "Algorithm", value: artefact.algorithm ?? "AES_256 data key" },
            ...(message ? [{ label: "Message", value: <Message bytes={message} /> }] : []),
          ]}
        />
      </SpaceBetween>
    </Container>
  );
});

function KeyUnder({ artefact, keyUnder, isReadOnly }: Props) {
  const { href } = useLinks();
  const id = <IdentifierText text={artefact.keyId} />;
  if (!keyUnder)
    return (
      <>
        {id} {isReadOnly ? "(not there then)" : "(deleted)"}
      </>
    );
  return <AppLink href={href(keyPath(keyUnder), { region: artefact.region })}>{id}</AppLink>;
}

function Message({ bytes }: { readonly bytes: Uint8Array }) {
  const signs = [...messageText(bytes)];
  return <Box variant="span">{signs.length > 200 ? `${signs.slice(0, 200).join("")}...` : signs.join("")}</Box>;
}
