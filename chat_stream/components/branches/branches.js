// Which messages the chat shows, as `models/branches.py` has it: of the versions that follow a message, the one that was
// chosen last, or at the end of the branch those that are compared. Every message's place is known here, so that another branch shows without a word being sent again.
import { MESSAGES, PLACES } from "../page/maps.js";
import { useSelected } from "../page/objects.js";

const BEGINNING = "";
const NOTHING = [];
let known = { places: null, versions: new Map(), branch: NOTHING, compared: NOTHING };

/** The ids of the messages that are shown one below the other, from the beginning to the end. */
export function useBranch() {
  return useSelected(PLACES, (places) => treeOf(places).branch);
}

/** The ids of the answers that are shown side by side at the end of the branch, the first first. */
export function useCompared() {
  return useSelected(PLACES, (places) => treeOf(places).compared);
}

/** Of those the one that the next message follows if none is chosen: the first that didn't fail. */
export function useFollowed() {
  const compared = useCompared();
  return useSelected(MESSAGES, (messages) => compared.find((id) => messages.get(id)?.status !== "failed") ?? compared[0]);
}

/** The ids of the versions of a message, itself among them, the oldest first. */
export function useVersions(messageId) {
  return useSelected(PLACES, (places) => versionsOf(places, messageId));
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
  const { branch, compared } = branchOf(places, versions);
  known = { places, versions, branch: kept(known.branch, branch), compared: kept(known.compared, compared) };
  return known;
}

function branchOf(places, versions) {
  const branch = [];
  for (let next = versions.get(BEGINNING); next; next = versions.get(branch.at(-1))) {
    const chosen = chosenLast(places, next);
    if (chosen.length > 1 && !versions.has(chosen[0])) return { branch, compared: chosen };
    branch.push(chosen[0]);
  }
  return { branch, compared: NOTHING };
}

/** One of the versions, or those of a comparison. */
function chosenLast(places, versions) {
  const last = Math.max(...versions.map((id) => places.get(id).chosen));
  return versions.filter((id) => places.get(id).chosen === last);
}

function kept(before, now) {
  return before?.length === now.length && before.every((id, index) => id === now[index]) ? before : now;
}
