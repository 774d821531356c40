import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { csvOf } = await pageModule("components/markdown/csv.js");

test("commas, quotes, line breaks and outer spaces are quoted", () => {
  assert.equal(csvOf([["a", "b,c"], ['say "so"', "one\ntwo"], [" x", ""]]), 'a,"b,c"\r\n"say ""so""","one\ntwo"\r\n" x",');
});

test("what a spreadsheet would calculate is a text there", () => {
  for (const formula of ["=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1", ' =HYPERLINK("x")'])
    assert.match(csvOf([[formula]]), /^"?'/, formula);
});

test("numbers stay numbers", () => {
  for (const number of ["-5", "+3", "-1,234.5", "-12 %", "- 7", "+0.5"]) assert.doesNotMatch(csvOf([[number]]), /'/, number);
});

test("other scripts and signs stay as they are", () => {
  assert.equal(csvOf([["naïve", "日本", "a=b", "x-y", "$x_1$"]]), "naïve,日本,a=b,x-y,$x_1$");
});
