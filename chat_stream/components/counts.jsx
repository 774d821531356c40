// What answers took of their models, in one quiet line each. What nobody knows isn't said.
import { count, dollars, percent, seconds } from "./amounts.js";
import { useFullness } from "./context.jsx";

const ESTIMATED = "Estimated: the provider sent no count.";
/** Below this many seconds the text came at once, and a pace would say nothing. */
const AT_ONCE = 0.1;

/** One answer's: tokens, seconds until the first, pace, cost. */
export function AnswerCounts({ counts }) {
  if (!counts) return null;
  const { prompt_tokens: asked, completion_tokens: wrote, first_token_after: wait, written_in: took, cost } = counts;
  const isPaced = wrote !== undefined && took >= AT_ONCE;
  const parts = [
    wrote !== undefined && `${about(counts)}${count(asked)} tokens in, ${count(wrote)} out`,
    wait !== undefined && `first after ${seconds(wait)}`,
    isPaced && `${about(counts)}${count(wrote / took)} tokens/s`,
    cost !== undefined && `${about(counts)}${dollars(cost)}`,
  ];
  return <Counts label="This answer" parts={parts} title={counts.is_estimated ? ESTIMATED : undefined} />;
}

/** All answers' of a chat, and how much of what its model can read what is shown takes. */
export function ChatTotal({ total }) {
  const fullness = useFullness();
  if (!total) return null;
  const { prompt_tokens: asked, completion_tokens: wrote, cost } = total;
  const parts = [
    `${about(total)}${count(asked + wrote)} tokens`,
    cost > 0 && `${about(total)}${dollars(cost)}`,
    fullness !== undefined && `${percent(fullness)} full`,
  ];
  const title = `All answers of this chat: ${count(asked)} tokens in, ${count(wrote)} out.`;
  return <Counts label="This chat" parts={parts} title={total.is_estimated ? `${title} Partly estimated.` : title} />;
}

function about(counts) {
  return counts.is_estimated ? "≈ " : "";
}

function Counts({ label, parts, title }) {
  return (
    <span className="counts" role="note" aria-label={label} title={title}>
      {parts.filter(Boolean).map((part, index) => (
        <span key={index}>{part}</span>
      ))}
    </span>
  );
}
