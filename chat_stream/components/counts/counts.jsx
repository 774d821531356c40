// The usage of answers, in one unobtrusive line each. Unknown values are left out.
import { useTexts } from "../../texts/page.js";
import { dollars, percent, seconds } from "./amounts.js";
import { useFullness } from "./context.jsx";

/** Seconds. Below this the text came at once, and a speed would mean nothing. */
const AT_ONCE = 0.1;

/**
 * The usage of one answer: tokens, seconds until the first, speed, cost.
 * @param {import("../contract/props.js").AnswerCountsProps} props
 */
export function AnswerCounts({ counts }) {
  const say = useTexts();
  if (!counts) return null;
  const { prompt_tokens: asked, completion_tokens: wrote, first_token_after: wait, written_in: took, cost } = counts;
  const isPaced = wrote !== undefined && took >= AT_ONCE;
  const parts = [
    wrote !== undefined && say("counts-tokens-in-out", { about: about(counts), asked, wrote }),
    wait !== undefined && say("counts-first", { seconds: seconds(wait) }),
    isPaced && say("counts-pace", { about: about(counts), amount: Math.round(wrote / took) }),
    cost !== undefined && `${about(counts)}${dollars(cost)}`,
    counts.is_estimated && say("counts-estimate"),
  ];
  return <Counts label={say("counts-answer")} parts={parts} title={counts.is_estimated ? say("counts-estimated") : undefined} />;
}

/**
 * The usage of all answers of a chat, and how much of its model's context the chat fills.
 * @param {import("../contract/props.js").ChatTotalProps} props
 */
export function ChatTotal({ total }) {
  const say = useTexts();
  const fullness = useFullness();
  if (!total) return null;
  const { prompt_tokens: asked, completion_tokens: wrote, cost } = total;
  const parts = [
    say("counts-tokens", { about: about(total), amount: asked + wrote }),
    cost > 0 && `${about(total)}${dollars(cost)}`,
    fullness !== undefined && say("counts-full", { share: percent(fullness) }),
  ];
  const title = say(total.is_estimated ? "counts-all-estimated" : "counts-all", { asked, wrote });
  return <Counts label={say("counts-chat")} parts={parts} title={title} />;
}

/** @param {{ is_estimated?: boolean }} counts */
function about(counts) {
  return counts.is_estimated ? "≈ " : "";
}

/** @param {{ label: string, parts: Array<string | false | undefined>, title?: string }} props */
function Counts({ label, parts, title }) {
  return (
    <span className="counts" role="note" aria-label={label} title={title}>
      {parts.filter(Boolean).map((part, index) => (
        <span key={index}>{part}</span>
      ))}
    </span>
  );
}
