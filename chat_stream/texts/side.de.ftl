### The side of every page: the list of chats, and who is signed in.

side-show = Chats anzeigen
side-new-chat = Neuer Chat
side-account = Konto
side-settings = Einstellungen
side-administration = Verwaltung
side-sign-out = Abmelden

chats = Chats
chats-filter = Chats filtern
chats-filter-hint = Nach Titel filtern
chats-none-found = Kein Chat hat das im Titel.
chats-none-archived = Keine archivierten Chats.
chats-archive = Archiv
chats-back = Zurück zu den Chats
chats-deleted = „{ $title }“ wurde gelöscht.
chats-undo = Rückgängig

chats-pinned = Angeheftet
chats-today = Heute
chats-yesterday = Gestern
chats-this-week = Letzte 7 Tage

chat-actions = Aktionen für „{ $title }“
chat-title = Titel des Chats
chat-written = wird gerade geschrieben
chat-unread = ungelesen
chat-rename = Umbenennen
chat-pin = Anheften
chat-unpin = Lösen
chat-archive = Archivieren
chat-bring-back = Aus dem Archiv holen
chat-print = Drucken
chat-delete = Löschen

keyboard = Tastenkürzel
keyboard-title = Tastenkürzel (?)
keyboard-close = Schließen
keyboard-list = Diese Liste anzeigen
keyboard-filter = Zum Chatfilter gehen
keyboard-new-chat = Neuen Chat beginnen
keyboard-message = Zum Nachrichtenfeld gehen
keyboard-enter = Senden; in der Chatliste: Chat öffnen
keyboard-at-once = Senden, ohne auf die Antwort darüber zu warten
keyboard-line = Neue Zeile beginnen
keyboard-send = Senden
keyboard-line-or-open = Neue Zeile beginnen; in der Chatliste: Chat öffnen
keyboard-arrows = In der Chatliste: zum nächsten oder vorigen Chat gehen
keyboard-rename = In der Chatliste: Chat umbenennen
keyboard-delete = In der Chatliste: Chat löschen
keyboard-print = Den ganzen Chat drucken
keyboard-escape = Schließen oder Bearbeiten abbrechen

# On the keys themselves.
key-ctrl = Strg
key-shift = Umschalt
key-esc = Esc
key-enter = Enter
key-delete = Entf
