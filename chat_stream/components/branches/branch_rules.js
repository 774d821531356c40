// Which messages a chat shows, by the places of all its messages. `models/branches.py` has the same rules, and one table
// of cases tests both. A `place` says what a message follows, where it stands and when it was last chosen.

/** @typedef {import("../contract/maps.js").PlaceEntry} Place */
/** @typedef {ReadonlyMap<string, Place>} Places */
/**
 * The branches of a chat, as the page knows them: the ids of the versions by what they follow, the oldest first; those of the
 * branch that is shown; and at its end, of the answers that are compared.
 * @typedef {{ places: Places | null, versions: Map<string, string[]>, branch: string[], compared: string[] }} Tree
 */

const BEGINNING = "";
/** @type {string[]} */
const NOTHING = [];
/** @type {Tree} */
let known = { places: null, versions: new Map(), branch: NOTHING, compared: NOTHING };

/**
 * Made once for all who ask. A list that didn't change stays the same array, so that nobody renders again for it.
 * @param {Places} places
 */
export function treeOf(places) {
  if (known.places === places) return known;
  /** @type {Map<string, string[]>} */
  const versions = new Map();
  for (const [id, { follows }] of places) versions.set(follows, [...(versions.get(follows) ?? []), id]);
  for (const [follows, ids] of versions) {
    ids.sort((one, other) => placeOf(places, one).position - placeOf(places, other).position);
    versions.set(follows, kept(known.versions.get(follows), ids));
  }
  const { branch, compared } = branchOf(places, versions);
  known = { places, versions, branch: kept(known.branch, branch), compared: kept(known.compared, compared) };
  return known;
}

/**
 * The ids of the versions of a message, including itself, the oldest first.
 * @param {Places} places
 * @param {string} messageId
 */
export function versionsOf(places, messageId) {
  const place = places.get(messageId);
  return (place && treeOf(places).versions.get(place.follows)) ?? NOTHING;
}

/**
 * The answer of a comparison that the next message follows. If all failed, it is the first.
 * @param {string[]} compared
 * @param {(messageId: string) => boolean} hasFailed
 */
export function firstThatDidNotFail(compared, hasFailed) {
  return compared.find((id) => !hasFailed(id)) ?? compared[0];
}

/**
 * @param {Places} places
 * @param {Map<string, string[]>} versions
 */
function branchOf(places, versions) {
  const branch = [];
  for (let next = versions.get(BEGINNING); next; next = versions.get(branch[branch.length - 1])) {
    const chosen = chosenLast(places, next);
    if (chosen.length > 1 && !versions.has(chosen[0])) return { branch, compared: chosen };
    branch.push(chosen[0]);
  }
  return { branch, compared: NOTHING };
}

/**
 * The version that was chosen last, or the versions of a comparison.
 * @param {Places} places
 * @param {string[]} versions
 */
function chosenLast(places, versions) {
  const last = Math.max(...versions.map((id) => placeOf(places, id).chosen));
  return versions.filter((id) => placeOf(places, id).chosen === last);
}

/**
 * @param {Places} places
 * @param {string} id
 */
function placeOf(places, id) {
  return /** @type {Place} */ (places.get(id));
}

/**
 * @param {string[] | undefined} before
 * @param {string[]} now
 */
function kept(before, now) {
  return before?.length === now.length && before.every((id, index) => id === now[index]) ? before : now;
}
