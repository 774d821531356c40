### What is written on the page, and how the page looks.

drafts-not-kept = Dieser Browser kann nicht aufbewahren, was du schreibst: Sein Speicher für diese Seite ist voll oder gesperrt. Solange du eine Nachricht nicht sendest, kann sie beim Schließen oder Neuladen der Seite verloren gehen.
files-refused = Dateien und Bilder können einem Chat nicht hinzugefügt werden. Es wurde nichts hinzugefügt.
message-edit-kept = Deine Änderung ist nicht gesendet, aber sie bleibt erhalten. Mit „Bearbeiten“ machst du weiter.
message-edit-back = Das ist deine Änderung von vorhin.
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
send-key-glass = Ohne Tastatur beginnt die Eingabetaste eine neue Zeile, und der Knopf sendet.
