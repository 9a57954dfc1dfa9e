// Exports CreateKeyPage, "Create key": the wizard of six steps.
import { usePlace } from "#store/location.ts";
import { CreateKeyWizard } from "./create-key-wizard.tsx";

export function CreateKeyPage() {
  const place = usePlace();
  // Each account and Region has a draft of its own.
  return <CreateKeyWizard key={`${place.account}/${place.region}`} place={place} />;
}
