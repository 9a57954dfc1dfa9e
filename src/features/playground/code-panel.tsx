// Exports CodePanel: which code, in which Region, the editor, and what starts and stops it.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { lazy, Suspense, useEffect, useState } from "react";
import { findAccount, regions } from "#kms/index.ts";
import { useLinks, useLocation, usePlace } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { useSandbox, useWorld } from "#store/sandbox.ts";
import { flushDrafts, maxDraftCharacters, writeDraft } from "./drafts.ts";
import { runCode, stopCode } from "./run-code.ts";
import { samples } from "./sample-list.ts";
import { usePlaygroundSession } from "./session.ts";
import { ShareButton } from "./share-button.tsx";
import { currentCode, keepCode, type OpenCode } from "./use-code.ts";

const CodeEditor = lazy(async () => ({ default: (await import("./editor/code-editor.tsx")).CodeEditor }));

const sampleOptions: readonly SelectProps.Option[] = samples.map(({ id, title, description }) => ({
  value: id,
  label: title,
  description,
}));
const sharedOption: SelectProps.Option = { value: "shared", label: "Shared code" };
const half = [{ colspan: { default: 12, xs: 7 } }, { colspan: { default: 12, xs: 5 } }];

/** `open` is absent when the address has code that cannot be read: there is only the choice of another. */
export function CodePanel({ open }: { readonly open?: OpenCode }) {
  const { go } = useLinks();
  const { account, region } = usePlace();
  const environment = { account, region };
  const isShared = open?.id === "shared";
  return (
    <Container
      header={
        <Header variant="h2" {...(open ? { actions: <RunButtons open={open} environment={environment} /> } : {})}>
          Code
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Grid gridDefinition={half}>
          <FormField label="Sample">
            <Select
              selectedOption={isShared ? sharedOption : (sampleOptions.find(({ value }) => value === open?.id) ?? null)}
              options={isShared ? [sharedOption, ...sampleOptions] : sampleOptions}
              placeholder="Choose a sample"
              onChange={({ detail }) => {
                const { value } = detail.selectedOption;
                if (value !== undefined && value !== "shared") go(paths.playground({ sample: value }));
              }}
            />
          </FormField>
          <RegionField />
        </Grid>
        {isShared && (
          <Alert type="warning" header="This is shared code">
            It came with the link and has not been run. Read it first: once run, it can use, change and delete keys. It
            can use all accounts of this sandbox. It reaches nothing outside of it.
          </Alert>
        )}
        {open && <Workbench key={open.draftId} open={open} environment={environment} />}
      </SpaceBetween>
    </Container>
  );
}

/** The Region of the whole page: the console shows the keys that the code meets. */
function RegionField() {
  const { go } = useLinks();
  const { account, region } = usePlace();
  const { params } = useLocation();
  const enabled = useWorld((world) => findAccount(world, account)?.enabledRegions);
  const options = regions
    .filter(({ code }) => enabled?.includes(code))
    .map(({ code, name }) => ({ value: code, label: `${name} ${code}` }));
  return (
    <FormField label="Region">
      <Select
        selectedOption={options.find(({ value }) => value === region) ?? null}
        options={options}
        filteringType="auto"
        onChange={({ detail }) => {
          const { value } = detail.selectedOption;
          if (value !== undefined) go(paths.playground(params), { region: value });
        }}
      />
    </FormField>
  );
}

interface WorkbenchProps {
  readonly open: OpenCode;
  readonly environment: { readonly account: string; readonly region: string };
}

function RunButtons({ open, environment }: WorkbenchProps) {
  const sandbox = useSandbox();
  const { status } = usePlaygroundSession();
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="close" onClick={() => stopCode()} disabled={status !== "running" && status !== "loading"}>
        Stop
      </Button>
      <Button
        variant="primary"
        iconName="play"
        onClick={() => void runCode(sandbox, environment, currentCode(open))}
        loading={status === "loading"}
        loadingText="Loading"
      >
        Run
      </Button>
    </SpaceBetween>
  );
}

function Workbench({ open, environment }: WorkbenchProps) {
  const sandbox = useSandbox();
  const [code, setCode] = useState(() => currentCode(open));
  const [resets, setResets] = useState(0);
  // The last keys before the page goes are kept too.
  useEffect(() => {
    window.addEventListener("pagehide", flushDrafts);
    return () => window.removeEventListener("pagehide", flushDrafts);
  }, []);
  return (
    <SpaceBetween size="s">
      {code.length > maxDraftCharacters && (
        <Alert type="warning" header="This code is too long to be kept">
          It runs, but it is lost when this page is closed or loaded anew: this browser keeps up to{" "}
          {maxDraftCharacters.toLocaleString("en")} characters.
        </Alert>
      )}
      <Suspense fallback={<Spinner size="large" />}>
        <CodeEditor
          key={resets}
          code={code}
          label="Code"
          describedBy="playground-keys"
          onRun={() => void runCode(sandbox, environment, code)}
          onChange={(next) => {
            setCode(next);
            keepCode(open, next);
          }}
        />
      </Suspense>
      <Box id="playground-keys" color="text-body-secondary" fontSize="body-s">
        Ctrl+Enter runs. Tab indents; Escape, then Tab leaves the editor. Changes are kept in this browser.
      </Box>
      <SpaceBetween direction="horizontal" size="xs">
        <Button
          iconName="undo"
          disabled={code === open.original}
          onClick={() => {
            writeDraft(open.draftId, undefined);
            setCode(open.original);
            setResets((count) => count + 1);
          }}
        >
          Reset code
        </Button>
        <ShareButton code={code} />
      </SpaceBetween>
    </SpaceBetween>
  );
}
