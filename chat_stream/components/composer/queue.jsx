// The questions that wait at the end of the shown branch.
import { LIVE, MESSAGES, QUEUED, QUEUES } from "../contract/maps.js";
import { useObject, useSelected } from "../contract/objects.js";
import { useTexts } from "../../texts/page.js";
import { useBranch } from "../branches/branches.js";
import { usePageState } from "../page/page_state.js";
import { toMessageUnasked } from "../page/focus.js";
import { NOTHING, TAKEN_BACK } from "./taking_back.js";
import { Children } from "react";

/** @import { ReactNode } from "react" */

const PAUSES = ["stopped", "failed"];

/**
 * Its children are the icons for waiting, Send now and Take back.
 * @param {import("../contract/props.js").QueueProps} props
 */
export function Queue({ chatId, onSendNow, children }) {
  const branch = useBranch();
  const ids = useWaiting(chatId, branch);
  const isWritten = useSelected(MESSAGES, (messages) => branch.some((id) => LIVE.includes(messages.get(id)?.status)));
  const last = useObject(MESSAGES, branch.at(-1) ?? "");
  const isPaused = !isWritten && PAUSES.includes(last?.status ?? "");
  const say = useTexts();
  const sendNow = (/** @type {string} */ id) => () => {
    toMessageUnasked();
    onSendNow(id);
  };
  return (
    <>
      <p role="status" className="sr-only">
        {ids.length > 0 && say("queue-count", { count: ids.length })}
      </p>
      {ids.length > 0 && (
        <section aria-label={say("queue-waiting")} className="queue">
          {isPaused && (
            <div className="ended">
              <span>{last?.status === "failed" ? say("queue-failed") : say("queue-stopped")}</span>
              <button type="button" className="button-quiet" onClick={sendNow(ids[0])}>
                {Children.toArray(children)[1]}
                {say("queue-go-on")}
              </button>
            </div>
          )}
          {ids.map((id, index) => (
            <Waiting
              key={id}
              id={id}
              chatId={chatId}
              reason={reasonOf({ say, index, isPaused, isWritten })}
              onSendNow={isPaused ? null : sendNow(id)}
              signs={Children.toArray(children)}
            />
          ))}
        </section>
      )}
    </>
  );
}

/** @param {{ id: string, chatId: string, reason: string, onSendNow: (() => void) | null, signs: ReactNode[] }} props */
function Waiting({ id, chatId, reason, onSendNow, signs }) {
  const [clock, arrow, back] = signs;
  const question = useObject(QUEUED, id);
  const say = useTexts();
  const [, takeBack] = usePageState(TAKEN_BACK, NOTHING);
  if (!question) return null;
  return (
    <div className="waiting" data-queued-id={id}>
      {question.author && <span className="author">{say.said(question.author)}</span>}
      <div className="bubble" dir="auto" data-queued-text="">
        {question.text}
      </div>
      <div className="waiting-actions">
        <span className="waiting-reason">
          {clock}
          {reason}
        </span>
        {onSendNow && (
          <button
            type="button"
            className="waiting-action"
            title={say("queue-send-now-hint")}
            onClick={onSendNow}
          >
            {arrow}
            {say("queue-send-now")}
          </button>
        )}
        {question.own && (
          <button
            type="button"
            className="waiting-action"
            title={say("queue-take-back-hint")}
            onClick={() => takeBack({ id, chatId, text: question.text })}
          >
            {back}
            {say("queue-take-back")}
          </button>
        )}
      </div>
    </div>
  );
}

/**
 * The ids of the questions that wait for an answer on this branch, in order.
 * @param {string} chatId
 * @param {string[]} branch
 */
function useWaiting(chatId, branch) {
  const ids = useSelected(QUEUES, (queues) => {
    const waiting = queues.get(chatId)?.waiting ?? [];
    return waiting.flatMap(({ id, after }) => (branch.includes(after) ? [id] : [])).join(" ");
  });
  return ids ? ids.split(" ") : [];
}

/** @param {{ say: import("../../texts/page.js").Say, index: number, isPaused: boolean, isWritten: boolean }} place */
function reasonOf({ say, index, isPaused, isWritten }) {
  if (index) return say("queue-later");
  if (isPaused) return say("queue-waiting");
  return isWritten ? say("queue-first") : say("queue-next");
}
