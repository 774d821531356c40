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
chats-none-found = Kein Titel enthält das.
chats-none-archived = Nichts ist archiviert.
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
chat-bring-back = Zurückholen
chat-print = Drucken
chat-delete = Löschen

keyboard = Tastatur
keyboard-title = Tastatur (?)
keyboard-close = Schließen
keyboard-list = Diese Liste
keyboard-filter = Zum Filter der Chats
keyboard-new-chat = Ein neuer Chat
keyboard-message = Zum Nachrichtenfeld
keyboard-enter = Senden; in der Liste der Chats: öffnen
keyboard-at-once = Senden, ohne auf die Antwort darüber zu warten
keyboard-line = Eine neue Zeile
keyboard-send = Senden
keyboard-line-or-open = Eine neue Zeile; in der Liste der Chats: öffnen
keyboard-arrows = Von Chat zu Chat, in der Liste
keyboard-rename = Chat umbenennen, in der Liste
keyboard-delete = Chat löschen, in der Liste
keyboard-print = Den ganzen Chat drucken
keyboard-escape = Schließen oder Bearbeiten abbrechen

# On the keys themselves.
key-ctrl = Strg
key-shift = Umschalt
key-esc = Esc
key-enter = Eingabe
key-delete = Entf
