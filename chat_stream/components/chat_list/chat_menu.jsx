// The menu of actions for one chat. The whole list has one menu, which opens at the entry that asks for it.
import { CHATS } from "../contract/maps.js";
import { useObject } from "../contract/objects.js";
import { useTexts } from "../../texts/page.js";
import { Menu, MenuItem, useMenuStore } from "@ariakit/react";
import { Archive, ArchiveRestore, Pencil, Pin, PinOff, Printer, Trash2 } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";

/**
 * `at` is `{ chatId, button }` while the menu is open.
 * @param {{ at: import("./chat_actions.js").MenuPlace | null, actions: import("./chat_actions.js").Actions }} props
 */
export function ChatMenu({ at, actions }) {
  const say = useTexts();
  const chat = useObject(CHATS, at?.chatId ?? "");
  const focusGoesOn = useRef(false);
  const menu = useMenuStore({
    placement: "bottom-end",
    open: Boolean(at && chat),
    setOpen: (isOpen) => isOpen || actions.closeMenu(),
  });
  const openAt = useEffectEvent((/** @type {HTMLElement} */ button) => {
    focusGoesOn.current = false;
    menu.setAnchorElement(button);
    menu.setAutoFocusOnShow(true);
    menu.setInitialFocus("first");
  });
  useEffect(() => {
    if (at) openAt(at.button);
  }, [at]);
  const choose = (/** @type {(chatId: string) => void} */ act, goesOn = false) => {
    focusGoesOn.current = goesOn;
    if (at) act(at.chatId);
  };

  return (
    <Menu
      store={menu}
      fixed
      gutter={4}
      unmountOnHide
      className="menu"
      aria-label={chat ? say("chat-actions", { title: chat.title }) : undefined}
      finalFocus={at?.button}
      autoFocusOnHide={() => !focusGoesOn.current}
    >
      <Item Icon={Pencil} onClick={() => choose(actions.beginRename, true)}>
        {say("chat-rename")}
      </Item>
      {!chat?.archived && (
        <Item Icon={chat?.pinned ? PinOff : Pin} onClick={() => choose((id) => actions.pin(id, !chat?.pinned))}>
          {say(chat?.pinned ? "chat-unpin" : "chat-pin")}
        </Item>
      )}
      <Item
        Icon={chat?.archived ? ArchiveRestore : Archive}
        onClick={() => choose((id) => actions.archive(id, !chat?.archived), true)}
      >
        {say(chat?.archived ? "chat-bring-back" : "chat-archive")}
      </Item>
      <Item Icon={Printer} onClick={() => choose(actions.print)}>
        {say("chat-print")}
      </Item>
      <Item
        Icon={Trash2}
        className="menu-item text-danger"
        onClick={() => choose((id) => actions.remove(id, chat?.title ?? ""))}
      >
        {say("chat-delete")}
      </Item>
    </Menu>
  );
}

/** @param {{ Icon: import("lucide-react").LucideIcon } & import("react").ComponentProps<typeof MenuItem>} props */
function Item({ Icon, children, ...rest }) {
  return (
    <MenuItem className="menu-item" {...rest}>
      <Icon size={15} aria-hidden />
      {children}
    </MenuItem>
  );
}
