// Boot: mounts the page. A placeholder until the console stands here.
import "@cloudscape-design/global-styles/index.css";
import Box from "@cloudscape-design/components/box";
import { createRoot } from "react-dom/client";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(<Box variant="h1">KMS Sandbox</Box>);
