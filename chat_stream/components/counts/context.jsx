// How full a chat is for the model that answered last, and from which message on that model can read a longer chat.
import { MESSAGES } from "../contract/maps.js";
import { useSelected } from "../contract/objects.js";
import { useTexts } from "../../texts/page.js";
import { count, percent } from "./amounts.js";
import { useBranch, useFollowed } from "../branches/branches.js";

const NEARLY = 0.8;

/** The part of the model's context that the chat uses now; undefined if unknown. */
export function useFullness() {
  const counts = useNewestCounts();
  if (!counts?.room || counts.prompt_tokens === undefined) return undefined;
  return Math.min(1, (counts.prompt_tokens + (counts.completion_tokens ?? 0)) / counts.room);
}

/** The notice above the composer when the chat is nearly full. */
export function ContextNotice() {
  const say = useTexts();
  const fullness = useFullness() ?? 0;
  const { begins_with: beginsWith, room: most = 0 } = useNewestCounts() ?? {};
  if (fullness < NEARLY && !beginsWith) return null;
  const room = count(most);
  return (
    <p role="status" className="context-notice">
      {beginsWith ? say("context-over", { room }) : say("context-nearly", { room, share: percent(fullness) })}
    </p>
  );
}

/**
 * The counts of the newest answer that has any. Of compared answers, those of the one that the next message follows.
 */
export function useNewestCounts() {
  const branch = [...useBranch(), useFollowed()];
  return useSelected(MESSAGES, (messages) => messages.get(branch.findLast((id) => messages.get(id)?.counts) ?? "")?.counts);
}
