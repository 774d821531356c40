import { StickToBottom, useStickToBottomContext } from "use-stick-to-bottom";

/** A scrolled region that stays at its end; another subject begins at the end again. */
export function Scroller({ subject, children }) {
  return (
    <StickToBottom key={subject} className="relative min-h-0 flex-1" initial="instant" resize="smooth">
      <StickToBottom.Content className="flex min-h-full flex-col">{children}</StickToBottom.Content>
      <ToEnd />
    </StickToBottom>
  );
}

function ToEnd() {
  const { isAtBottom, scrollToBottom } = useStickToBottomContext();
  return isAtBottom ? null : (
    <button type="button" className="pill to-end" onClick={() => scrollToBottom()}>
      ↓ To the end
    </button>
  );
}
