// The list of chats. It is sorted here, so that the server sends only entries that changed.
import { ARCHIVE, CHATS, LIST, REACHES } from "../contract/maps.js";
import { useEntries, useObject } from "../contract/objects.js";
import { useTexts } from "../../texts/page.js";
import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import { useNavigate, useParams } from "react-router";
import { moveFocus, useActions } from "./chat_actions.js";
import { ChatEntry } from "./chat_entry.jsx";
import { grouped } from "./chat_groups.js";
import { ChatMenu } from "./chat_menu.jsx";
import { useFinding, useReading, useToday } from "./chat_list_effects.js";
import { usePageState } from "../page/page_state.js";
import { useAskToPrint } from "../page/printing.js";
import { UndoNotice } from "./undo_notice.jsx";

/** @param {import("../contract/props.js").ChatListProps} props */
export function ChatList({ load, longest, notice, onFurther, onFind, ...changes }) {
  const say = useTexts();
  const { chat_id: shown = "" } = useParams();
  const [view, setView] = usePageState("view", LIST);
  const [words, setWords] = usePageState("words", "");
  const chats = useEntries(CHATS);
  const today = useToday();
  const { actions, menuAt, renaming, deleted } = useActions({ shown, longest, onPrint: usePrinter(shown), ...changes });
  const isArchive = view === ARCHIVE;
  const groups = useMemo(() => grouped(chats, { isArchive, words, today, say }), [chats, isArchive, words, today, say]);

  const isGone = !useObject(CHATS, deleted?.id ?? "");

  useReading(shown, changes.onRead);
  useFinding(words, onFind);
  return (
    <>
      <Filter words={words} onChange={setWords} />
      <nav aria-label={say("chats")} className="chat-list" onKeyDown={moveFocus}>
        {groups.map(({ label, ids }) => (
          <section key={label} aria-label={label}>
            <h2 className="chat-day">{label}</h2>
            <ul>
              {ids.map((id) => (
                <ChatEntry
                  key={id}
                  chatId={id}
                  isShown={id === shown}
                  isRenaming={id === renaming}
                  actions={actions}
                />
              ))}
            </ul>
          </section>
        ))}
        <Nothing isEmpty={!groups.length} isArchive={isArchive} words={words} />
        <Further key={view} view={view} load={load} isFiltered={Boolean(words.trim())} onFurther={onFurther} />
      </nav>
      {notice && (
        <p role="alert" className="px-4 py-2 text-sm text-danger">
          {say.said(notice)}
        </p>
      )}
      <button
        type="button"
        className="archive-button"
        aria-pressed={isArchive}
        onClick={() => setView(isArchive ? LIST : ARCHIVE)}
      >
        {say(isArchive ? "chats-back" : "chats-archive")}
      </button>
      <ChatMenu at={menuAt} actions={actions} />
      <p role="status" className="sr-only">
        {deleted && isGone && say("chats-deleted", { title: deleted.title })}
      </p>
      {deleted && isGone && (
        <UndoNotice key={deleted.id} title={deleted.title} onUndo={actions.undo} onOver={actions.forget} />
      )}
    </>
  );
}

/**
 * Prints a chat from its own page, after opening it.
 * @param {string} shown
 */
function usePrinter(shown) {
  const navigate = useNavigate();
  const print = useAskToPrint();
  return (/** @type {string} */ id) => {
    if (id !== shown) navigate(`/chat/${id}`);
    print(id);
  };
}

/** @param {{ words: string, onChange: (words: string) => void }} props */
function Filter({ words, onChange }) {
  const say = useTexts();
  return (
    <input
      type="search"
      className="field chat-filter"
      data-chat-filter=""
      aria-label={say("chats-filter")}
      placeholder={say("chats-filter-hint")}
      dir="auto"
      value={words}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** @param {{ isEmpty: boolean, isArchive: boolean, words: string }} props */
function Nothing({ isEmpty, isArchive, words }) {
  const say = useTexts();
  const reason = words.trim() ? "chats-none-found" : isArchive ? "chats-none-archived" : "";
  return (
    <p role="status" className="px-3 py-2 text-sm text-muted-foreground empty:hidden">
      {isEmpty && reason ? say(reason) : ""}
    </p>
  );
}

/**
 * The end of the list. Older chats are loaded when it comes near to the visible part.
 * @param {{ view: string, load: string, isFiltered: boolean, onFurther: (view: string, end: string) => void }} props
 */
function Further({ view, load, isFiltered, onFurther }) {
  const reach = useObject(REACHES, view);
  const end = useRef(/** @type {HTMLDivElement | null} */ (null));
  const ask = useEffectEvent(onFurther);
  const isWhole = isFiltered || (reach ? !reach.end : view === LIST); // the newest entries are sent automatically
  useEffect(() => {
    if (isWhole || !load) return;
    // Several observations may arrive together, and only the last one is current.
    const seen = (/** @type {IntersectionObserverEntry[]} */ looks) => looks.at(-1)?.isIntersecting && ask(view, reach?.end ?? "");
    const observer = new IntersectionObserver(seen, { root: end.current?.parentElement, rootMargin: "1000px" });
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  }, [isWhole, load, view, reach?.end]);
  return <div ref={end} className="h-px" />;
}
