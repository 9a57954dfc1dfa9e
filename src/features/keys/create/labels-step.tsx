// Exports LabelsStep, step 2: alias, description and tags.
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TagEditor from "@cloudscape-design/components/tag-editor";
import Textarea from "@cloudscape-design/components/textarea";
import { descriptionLength, descriptionProblem } from "#features/keys/description-problem.ts";
import { quotas } from "#kms/index.ts";
import { aliasNameHint, aliasNameProblem } from "#store/alias-name.ts";
import { usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import { EmphasisedText } from "#ui/emphasised-text.tsx";
import { HelpLink } from "./help-link.tsx";
import type { StepProps } from "./step-props.ts";

const optional = (title: string) => (
  <>
    {title} - <i>optional</i>
  </>
);

export function LabelsStep({ draft, onChange, isChecked }: StepProps) {
  const aliases = useWorld((world) => world.tables.aliases);
  const place = usePlace();
  // An empty field is wrong only once somebody tried to go on; everything else is said while it is typed.
  const problem = draft.alias === "" && !isChecked ? undefined : aliasNameProblem(aliases, place, draft.alias);
  const hint = problem ? undefined : aliasNameHint(draft.alias);
  const tooLong = descriptionProblem(draft.description);
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            description="You can change the alias at any time."
            info={<HelpLink page="kms-alias" about="aliases" text="Learn more" />}
          >
            Alias
          </Header>
        }
      >
        <FormField
          label="Alias"
          {...(problem ? { errorText: <EmphasisedText text={problem} /> } : {})}
          {...(hint === undefined ? {} : { warningText: hint })}
        >
          <Input
            value={draft.alias}
            ariaRequired
            spellcheck={false}
            disableBrowserAutocorrect
            autoComplete={false}
            onChange={({ detail }) => onChange({ alias: detail.value })}
          />
        </FormField>
      </Container>
      <Container
        header={<Header description="You can change the description at any time.">{optional("Description")}</Header>}
      >
        <FormField
          label="Description"
          constraintText={`${descriptionLength} characters at most.`}
          {...(tooLong === undefined ? {} : { errorText: tooLong })}
        >
          <Textarea
            value={draft.description}
            placeholder="Description of the key"
            onChange={({ detail }) => onChange({ description: detail.value })}
          />
        </FormField>
      </Container>
      <Container
        header={
          <Header
            description="Tags help you to find and group your keys, and to follow what they cost."
            info={<HelpLink page="tagging-keys" about="tags" text="Learn more" />}
          >
            {optional("Tags")}
          </Header>
        }
      >
        <TagEditor
          tagLimit={quotas.tagsPerKey}
          i18nStrings={{ addButton: "Add tag", emptyTags: "This key has no tags." }}
          tags={draft.tags.map((tag) => ({ ...tag, existing: false }))}
          onChange={({ detail }) =>
            onChange({ tags: detail.tags.map(({ key, value }) => ({ key, value })), areTagsValid: detail.valid })
          }
        />
      </Container>
    </SpaceBetween>
  );
}
