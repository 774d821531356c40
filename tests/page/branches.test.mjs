import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const { firstThatDidNotFail, treeOf, versionsOf } = await pageModule("components/branches/branch_rules.js");
const cases = JSON.parse(readFileSync(new URL("branch_cases.json", import.meta.url), "utf8"));

function placesOf(written) {
  return new Map(Object.entries(written).map(([id, [follows, position, chosen]]) => [id, { follows, position, chosen }]));
}

for (const { says, places: written, branch, compared, versions = {}, failed = [], followed } of cases) {
  test(says, () => {
    const places = placesOf(written);
    assert.deepEqual(treeOf(places).branch, branch);
    assert.deepEqual(treeOf(places).compared, compared);
    for (const [id, ids] of Object.entries(versions)) assert.deepEqual(versionsOf(places, id), ids, id);
    if (followed) assert.equal(firstThatDidNotFail(compared, (id) => failed.includes(id)), followed);
  });
}

test("a list that didn't change stays the same array", () => {
  const written = { q: ["", 0, 0], one: ["q", 1, 2], two: ["q", 2, 2] };
  const before = treeOf(placesOf(written));
  const versions = before.versions.get("q");
  const after = treeOf(placesOf({ ...written, other: ["one", 3, 0], edited: ["", 4, 0] }));
  assert.notEqual(after, before);
  assert.equal(after.versions.get("q"), versions);
  assert.deepEqual(after.compared, []);
});

test("a message that isn't there has no versions", () => {
  assert.deepEqual(versionsOf(placesOf({}), "q"), []);
});
