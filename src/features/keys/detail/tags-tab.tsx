// Exports the tab "Tags": the key's tags, and the editor that replaces the table while they are edited.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { useTagsOf } from "#features/keys/region-index.ts";
import { type KeyRecord, stateRefusal, type TagRecord } from "#kms/index.ts";
import { statusText } from "#store/key-texts.ts";
import { TagsForm } from "./tags-form.tsx";

const columns = [
  { id: "key", header: "Key", cell: ({ tagKey }: TagRecord) => tagKey, isRowHeader: true },
  { id: "value", header: "Value", cell: ({ tagValue }: TagRecord) => tagValue || "-" },
];

export function TagsTab({ keyRecord }: { readonly keyRecord: KeyRecord }) {
  const tags = useTagsOf(keyRecord);
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <TagsForm keyRecord={keyRecord} onClose={() => setEditing(false)} />;
  const isCustomer = keyRecord.keyManager === "CUSTOMER";
  const isRefused = stateRefusal("TagResource", keyRecord) !== undefined;
  const editButton = isCustomer && (
    <Button
      onClick={() => setEditing(true)}
      ariaLabel={tags.length === 0 ? "Create tag" : "Edit tags"}
      {...(isRefused ? { disabled: true, disabledReason: `The key is ${statusText(keyRecord).toLowerCase()}.` } : {})}
    >
      {tags.length === 0 ? "Create tag" : "Edit"}
    </Button>
  );
  return (
    <Table
      variant="container"
      header={
        <Header
          variant="h2"
          counter={`(${tags.length})`}
          {...(isCustomer ? {} : { description: "AWS manages this key: its tags can't be changed." })}
          actions={editButton}
        >
          Tags
        </Header>
      }
      items={tags}
      trackBy="tagKey"
      columnDefinitions={columns}
      enableKeyboardNavigation
      ariaLabels={{ tableLabel: "Tags" }}
      empty={
        <Box textAlign="center" color="inherit">
          <b>No tags</b>
          <Box variant="p" color="inherit">
            This key has no tags.
          </Box>
        </Box>
      }
    />
  );
}
