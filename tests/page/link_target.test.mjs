import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.window = { location: { href: "https://chat.example/chat/1" } };
const { destination } = await pageModule("components/markdown/links/link_target.js");

test("a link leads where the browser would go", () => {
  assert.deepEqual(destination("https://example.com/a b"), {
    href: "https://example.com/a%20b",
    host: "example.com",
    isSecure: true,
  });
  assert.equal(destination("http://example.com")?.isSecure, false);
  assert.equal(destination("//evil.example/x")?.host, "evil.example");
  assert.equal(destination("/settings")?.host, "chat.example");
  assert.equal(destination("https://good.example@evil.example/")?.host, "evil.example");
});

test("a host in letters that look like others is shown as it is asked for", () => {
  assert.equal(destination("https://аpple.com/")?.host, "xn--pple-43d.com");
});

test("mail has no host, and its address is shown instead", () => {
  assert.equal(destination("mailto:ada@example.com")?.host, "ada@example.com");
});

test("what would run or isn't an address is never opened", () => {
  for (const address of ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://["])
    assert.equal(destination(address), null, address);
});
