### Chats that are never stored.

temporary = Temporärer Chat
temporary-lead = Er wird nicht gespeichert und steht in keiner Liste. Er verschwindet, wenn du diesen Tab schließt oder neu lädst.
temporary-note = Temporär: Nichts in diesem Chat wird gespeichert. Er verschwindet, wenn du diesen Tab schließt oder neu lädst.
temporary-hint = Einen Chat beginnen, der nie gespeichert wird
lost-temporary = Dieser Chat war temporär. Nichts davon wurde aufgehoben.
refused-temporary = Du hast { $most } temporäre Chats offen. Schließe einen dieser Tabs; eine Minute später kannst du einen neuen beginnen.
