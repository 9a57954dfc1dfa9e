// Exports the page of both kinds of custom key store: it says that they are not here yet, and what to do instead.
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useLinks } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { AppLink } from "#ui/app-link.tsx";

export function KeyStoresPage() {
  const links = useLinks();
  return (
    <Container header={<Header variant="h1">Custom key stores</Header>}>
      Custom key stores are not available in this sandbox yet. Keys here have material that KMS makes itself, as in the
      default key store. <AppLink href={links.href(paths.keys())}>View customer managed keys</AppLink>
    </Container>
  );
}
