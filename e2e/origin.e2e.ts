// Proves that the built page keeps to its origin: by what it asks for, and by the policy that would stop it.
import { expect, test } from "./support/test.ts";

test("loads everything from its own origin", async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/", { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.filter((url) => !url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url))).toEqual([]);
});

test("is refused by its policy when it calls another origin, its own, or inline code", async ({ page, troubles }) => {
  await page.goto("/");
  const answers = await page.evaluate(async () => {
    const ask = (url: string) =>
      fetch(url).then(
        () => "answered",
        () => "refused",
      );
    const script = document.createElement("script");
    script.textContent = "window.inlineCodeRan = true";
    document.head.append(script);
    return {
      elsewhere: await ask("http://127.0.0.1:9/"),
      home: await ask(location.href),
      inline: "inlineCodeRan" in window ? "answered" : "refused",
    };
  });
  expect(answers).toEqual({ elsewhere: "refused", home: "refused", inline: "refused" });
  const breaches = troubles.splice(0);
  expect(breaches.filter((line) => line.includes("connect-src blocked http://127.0.0.1:9/"))).toHaveLength(1);
  expect(breaches.filter((line) => line.includes("script-src-elem blocked inline"))).toHaveLength(1);
  expect(breaches.every((line) => /Content.Security.Policy/i.test(line))).toBe(true);
});
