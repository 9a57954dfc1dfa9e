// Exports AccountsTab: the AWS accounts of the workspace, to add, rename and switch to.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useMemo, useState } from "react";
import { type AccountRecord, countCustomerKeys, listAccounts, type World } from "#kms/index.ts";
import { useLinks, usePlace } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { useWorld } from "#store/sandbox.ts";
import { Copyable } from "#ui/copyable.tsx";
import { type AccountDialog, AccountModal } from "./account-modal.tsx";

interface Row {
  readonly account: AccountRecord;
  readonly keyCount: number;
  readonly isOpen: boolean;
}

export function AccountsTab() {
  const world = useWorld((all) => all);
  const { account: open, region } = usePlace();
  const { go } = useLinks();
  const [dialog, setDialog] = useState<AccountDialog>();
  const rows = useMemo(() => accountRows(world, open), [world, open]);
  const columns = useMemo(
    () =>
      columnDefinitions(setDialog, ({ account, enabledRegions }) => {
        const there = enabledRegions.includes(region) ? region : enabledRegions[0];
        go(paths.keys(), { account, ...(there === undefined ? {} : { region: there }) });
      }),
    [go, region],
  );
  return (
    <>
      <Table
        variant="container"
        items={rows}
        trackBy={({ account }) => account.account}
        columnDefinitions={columns}
        enableKeyboardNavigation
        ariaLabels={{ tableLabel: "Accounts" }}
        header={
          <Header
            counter={`(${rows.length})`}
            description="Each account has its own keys and aliases in each of its Regions. You are its administrator."
            actions={<Button onClick={() => setDialog({ type: "add" })}>Add account</Button>}
          >
            Accounts
          </Header>
        }
      />
      {dialog && <AccountModal dialog={dialog} onClose={() => setDialog(undefined)} />}
    </>
  );
}

function accountRows(world: World, open: string): readonly Row[] {
  return listAccounts(world).map((account) => ({
    account,
    keyCount: account.enabledRegions.reduce(
      (count, region) => count + countCustomerKeys(world, { account: account.account, region }),
      0,
    ),
    isOpen: account.account === open,
  }));
}

function columnDefinitions(
  onDialog: (dialog: AccountDialog) => void,
  onSwitch: (account: AccountRecord) => void,
): TableProps.ColumnDefinition<Row>[] {
  return [
    { id: "name", header: "Name", cell: ({ account }) => account.name, isRowHeader: true },
    {
      id: "id",
      header: "Account ID",
      cell: ({ account }) => <Copyable text={account.account} name="Account ID" />,
    },
    { id: "keys", header: "Customer managed keys", cell: ({ keyCount }) => keyCount.toLocaleString("en-US") },
    { id: "regions", header: "Enabled Regions", cell: ({ account }) => account.enabledRegions.length },
    {
      id: "actions",
      header: "Actions",
      minWidth: 220,
      cell: ({ account, isOpen }) => (
        <SpaceBetween direction="horizontal" size="s">
          <Button
            variant="inline-link"
            ariaLabel={`Rename account ${account.account}`}
            onClick={() => onDialog({ type: "rename", account })}
          >
            Rename
          </Button>
          {isOpen ? (
            <Box color="text-body-secondary">This account is open</Box>
          ) : (
            <Button
              variant="inline-link"
              ariaLabel={`Switch to account ${account.account}`}
              onClick={() => onSwitch(account)}
            >
              Switch to this account
            </Button>
          )}
        </SpaceBetween>
      ),
    },
  ];
}
