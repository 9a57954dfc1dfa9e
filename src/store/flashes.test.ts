import { beforeEach, expect, it } from "vitest";
import { dismissFlash, getFlashes, showFlash } from "./flashes.ts";

const texts = (): unknown[] => getFlashes().map(({ text }) => text[0]);
const undo = { text: "Undo", onClick: () => undefined };

beforeEach(() => {
  for (const { id } of getFlashes()) dismissFlash(id);
});

it("shows the newest first", () => {
  showFlash({ type: "success", text: ["a key"] });
  showFlash({ type: "success", text: ["an alias"] });
  expect(texts()).toEqual(["an alias", "a key"]);
});

it("lets a passing message go when another comes", () => {
  showFlash({ type: "success", text: ["copied"], isPassing: true });
  showFlash({ type: "success", text: ["an alias"] });
  expect(texts()).toEqual(["an alias"]);
});

it("puts a passing message under one that offers an Undo, and above others", () => {
  showFlash({ type: "success", text: ["moved"], action: undo });
  showFlash({ type: "success", text: ["copied"], isPassing: true });
  expect(texts()).toEqual(["moved", "copied"]);
  showFlash({ type: "success", text: ["an alias"] });
  showFlash({ type: "success", text: ["copied"], isPassing: true });
  expect(texts()).toEqual(["copied", "an alias", "moved"]);
});

it("updates a message in its place", () => {
  const id = showFlash({ type: "in-progress", text: ["connecting"] });
  showFlash({ type: "success", text: ["an alias"] });
  showFlash({ id, type: "success", text: ["connected"] });
  expect(texts()).toEqual(["an alias", "connected"]);
});
