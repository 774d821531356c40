// Which messages the chat shows, as `models/branches.py` has it: of the versions that follow a message, the one that was
// chosen last. Every message's place is known here, so that another branch shows without a word being sent again.
import { useSelected } from "$/public/external/chat_stream/object_deltas/page/page.js";

const BEGINNING = "";
const NOTHING = [];
let known = { places: null, versions: new Map(), branch: NOTHING };

/** The ids of the messages that are shown, from the beginning to the end. */
export function useBranch() {
  return useSelected("places", (places) => treeOf(places).branch);
}

/** The ids of the versions of a message, itself among them, the oldest first. */
export function useVersions(messageId) {
  return useSelected("places", (places) => versionsOf(places, messageId));
}

function versionsOf(places, messageId) {
  const place = places.get(messageId);
  return (place && treeOf(places).versions.get(place.follows)) ?? NOTHING;
}

/** Made once for all who ask. What didn't change stays the same list, so that nobody renders again for it. */
function treeOf(places) {
  if (known.places === places) return known;
  const versions = new Map();
  for (const [id, { follows }] of places) versions.set(follows, [...(versions.get(follows) ?? []), id]);
  for (const [follows, ids] of versions) {
    ids.sort((one, other) => places.get(one).position - places.get(other).position);
    versions.set(follows, kept(known.versions.get(follows), ids));
  }
  known = { places, versions, branch: kept(known.branch, branchOf(places, versions)) };
  return known;
}

function branchOf(places, versions) {
  const branch = [];
  for (let next = versions.get(BEGINNING); next; next = versions.get(branch.at(-1))) {
    branch.push(next.reduce((best, id) => (places.get(id).chosen >= places.get(best).chosen ? id : best)));
  }
  return branch;
}

function kept(before, now) {
  return before?.length === now.length && before.every((id, index) => id === now[index]) ? before : now;
}
