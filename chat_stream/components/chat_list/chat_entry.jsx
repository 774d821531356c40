// One chat in the list: its link, its marks and its menu button, or the box for renaming it.
import { CHATS } from "../contract/maps.js";
import { useObject } from "../contract/objects.js";
import { useTexts } from "../../texts/page.js";
import { Ellipsis } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { NavLink } from "react-router";

const MARKS = { written: "chat-written", unread: "chat-unread" };

/** @import { Actions } from "./chat_actions.js" */
/** @typedef {{ chatId: string, isShown: boolean, isRenaming: boolean, actions: Actions }} Properties */

/** Renders again only when its own chat changes. `actions` stays the same object. */
export const ChatEntry = memo(function ChatEntry(/** @type {Properties} */ { chatId, isShown, isRenaming, actions }) {
  const say = useTexts();
  const chat = useObject(CHATS, chatId);
  const link = useRef(/** @type {HTMLAnchorElement | null} */ (null));
  const wasRenaming = useRef(false);
  useEffect(() => {
    if (wasRenaming.current && !isRenaming && document.activeElement === document.body) link.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);
  if (!chat) return null;
  const mark = chat.written ? "written" : chat.unread && !isShown ? "unread" : "";
  const onKeyDown = (/** @type {import("react").KeyboardEvent} */ event) => {
    if (event.key === "F2") actions.beginRename(chatId);
    else if (event.key === "Delete") actions.remove(chatId, chat.title);
    else return;
    event.preventDefault();
  };

  return (
    <li className="chat-row" data-chat-id={chatId}>
      {isRenaming ? (
        <TitleBox title={chat.title} longest={actions.longest} onEnd={(title) => actions.endRename(chatId, title)} />
      ) : (
        <>
          <NavLink
            ref={link}
            to={`/chat/${chatId}`}
            className="chat-entry"
            data-chat-link=""
            dir="auto"
            title={chat.title}
            aria-describedby={mark ? `mark-${chatId}` : undefined}
            aria-keyshortcuts="F2 Delete"
            onKeyDown={onKeyDown}
          >
            {chat.title}
          </NavLink>
          {mark && <span id={`mark-${chatId}`} role="img" aria-label={say(MARKS[mark])} className={`mark ${mark}`} />}
          <button
            type="button"
            className="chat-more"
            aria-haspopup="menu"
            aria-label={say("chat-actions", { title: chat.title })}
            onClick={(event) => actions.openMenu(chatId, event.currentTarget)}
          >
            <Ellipsis size={16} aria-hidden />
          </button>
        </>
      )}
    </li>
  );
});

/**
 * The box for a chat's title. Enter and leaving the box save it, Escape doesn't.
 * @param {{ title: string, longest: number, onEnd: (title: string) => void }} props
 */
function TitleBox({ title, longest, onEnd }) {
  const say = useTexts();
  const box = useRef(/** @type {HTMLInputElement | null} */ (null));
  const isOver = useRef(false);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  const end = (/** @type {string} */ entered) => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd(entered.trim() === title ? "" : entered.trim());
  };
  return (
    <form
      className="min-w-0 flex-1"
      onSubmit={(event) => {
        event.preventDefault();
        end(box.current?.value ?? "");
      }}
    >
      <input
        ref={box}
        className="title-box"
        enterKeyHint="done"
        aria-label={say("chat-title")}
        dir="auto"
        maxLength={longest}
        defaultValue={title}
        onBlur={(event) => end(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault(); // otherwise the sidebar closes, too
          end("");
        }}
      />
    </form>
  );
}
