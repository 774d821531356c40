### What is written on the page, and how the page looks.

drafts-not-kept = Dieser Browser kann nicht speichern, was du schreibst: Sein Speicher für diese Seite ist voll oder gesperrt. Nachrichten, die du nicht gesendet hast, können beim Schließen oder Neuladen der Seite verloren gehen.
files-refused = Dateien und Bilder können einem Chat nicht hinzugefügt werden. Es wurde nichts hinzugefügt.
message-edit-kept = Deine Änderung ist noch nicht gesendet, aber gespeichert. Mit „Bearbeiten“ machst du weiter.
message-edit-back = Das ist die Änderung, die du vorhin begonnen hast.
notice-close = Schließen

appearance = Darstellung
appearance-lead = Nur für diesen Browser.
theme = Farben
theme-system = System
theme-light = Hell
theme-dark = Dunkel
size = Schriftgröße
size-small = Klein
size-medium = Mittel
size-large = Groß
size-huge = Sehr groß

writing = Schreiben
writing-lead = Nur für diesen Browser.
send-key = Nachricht senden mit
send-key-enter = Enter
send-key-ctrl-enter = Strg+Enter
send-key-glass = Ohne Tastatur beginnt die Eingabetaste eine neue Zeile. Gesendet wird mit dem Knopf.
