// Exports the landing page of the service: what the sandbox is for, and the first step.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useLinks } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { AppLink } from "#ui/app-link.tsx";

const steps = [
  {
    title: "Look at what is there",
    text: "Each Region has keys and aliases of its own. Switch the Region in the top bar and see what the same alias means there.",
    link: "View customer managed keys",
    path: paths.keys(),
  },
  {
    title: "Use a key through its alias",
    text: "Encrypt, sign or make a MAC with real cryptography, and see step by step how the KeyId was resolved.",
    link: "Open cryptographic operations",
    path: paths.cryptoOperations(),
  },
  {
    title: "Retarget an alias",
    text: "Point an alias at another key, which the real console cannot do, and try what still decrypts and what no longer verifies.",
    link: "Open aliases",
    path: paths.aliases(),
  },
];

export function LandingPage() {
  const links = useLinks();
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description="A copy of the KMS console over a simulated KMS, wholly in your browser. Learn, demonstrate, and see what an alias change does before you do it for real."
        actions={
          <Button variant="primary" href={links.href(paths.createKey())}>
            Create a key
          </Button>
        }
      >
        Key Management Service
      </Header>
      <ColumnLayout columns={3}>
        {steps.map(({ title, text, link, path }) => (
          <Container key={title} fitHeight header={<Header variant="h2">{title}</Header>}>
            <Box variant="p">{text}</Box>
            <AppLink href={links.href(path)}>{link}</AppLink>
          </Container>
        ))}
      </ColumnLayout>
    </SpaceBetween>
  );
}
