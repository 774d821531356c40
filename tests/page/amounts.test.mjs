import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { count, dollars, percent, seconds, tenths } = await pageModule("components/counts/amounts.js");

test("tokens are whole and grouped", () => {
  assert.deepEqual([0, 999, 1234567, 12.6].map(count), ["0", "999", "1,234,567", "13"]);
});

test("thousands of tokens may have one digit behind the point", () => {
  assert.deepEqual([1, 1.05, 1.26].map(tenths), ["1", "1.1", "1.3"]);
});

test("a share is a whole percentage", () => {
  assert.deepEqual([0, 0.005, 0.804, 1].map(percent), ["0%", "1%", "80%", "100%"]);
});

test("seconds have a tenth below ten", () => {
  assert.deepEqual([0.04, 1.26, 9.94, 12.6].map(seconds), ["0 s", "1.3 s", "9.9 s", "13 s"]);
});

test("money has digits that say something, also of a hundredth of a cent", () => {
  const written = [0, 0.0001234, 0.02, 0.5, 1, 12.345, 1234].map(dollars);
  assert.deepEqual(written, ["$0.00", "$0.000123", "$0.020", "$0.50", "$1.00", "$12.35", "$1,234.00"]);
});
