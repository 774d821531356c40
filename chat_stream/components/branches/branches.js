// Which messages the chat shows. The page knows every message's place, so that another branch shows without a word being
// sent again.
import { MESSAGES, PLACES } from "../contract/maps.js";
import { useSelected } from "../contract/objects.js";
import { firstThatDidNotFail, treeOf, versionsOf } from "./branch_rules.js";

/** The ids of the messages on the shown branch, in order. */
export function useBranch() {
  return useSelected(PLACES, (places) => treeOf(places).branch);
}

/** The ids of the answers side by side at the end of the branch, in order. */
export function useCompared() {
  return useSelected(PLACES, (places) => treeOf(places).compared);
}

/** The one of those that the next message follows if none is chosen. */
export function useFollowed() {
  const compared = useCompared();
  return useSelected(MESSAGES, (messages) =>
    firstThatDidNotFail(compared, (id) => messages.get(id)?.status === "failed"),
  );
}

/**
 * The ids of the versions of a message, including itself, the oldest first.
 * @param {string} messageId
 */
export function useVersions(messageId) {
  return useSelected(PLACES, (places) => versionsOf(places, messageId));
}
