// The least that any page in this look costs: the frame, and a table with one row that is there from the start.
import "@cloudscape-design/global-styles/index.css";
import AppLayoutToolbar from "@cloudscape-design/components/app-layout-toolbar";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SideNavigation from "@cloudscape-design/components/side-navigation";
import Table from "@cloudscape-design/components/table";
import TopNavigation from "@cloudscape-design/components/top-navigation";
import { createRoot } from "react-dom/client";
import { invariant } from "#lib/invariant.ts";

function EmptyPage() {
  return (
    <>
      <TopNavigation identity={{ href: "#", title: "Empty" }} />
      <AppLayoutToolbar
        navigation={<SideNavigation header={{ href: "#", text: "Empty" }} items={[]} />}
        content={
          <Table
            variant="full-page"
            header={<Header>Rows</Header>}
            items={[{ name: "only row" }]}
            columnDefinitions={[{ id: "name", header: "Name", cell: ({ name }) => <Link href="#">{name}</Link> }]}
          />
        }
      />
    </>
  );
}

const root = document.getElementById("root");
invariant(root, "the page has a root");
createRoot(root).render(<EmptyPage />);
