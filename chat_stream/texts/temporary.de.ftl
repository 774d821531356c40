### Chats, die nie gespeichert werden.

temporary = Temporärer Chat
temporary-lead = Er steht in keiner Liste und wird nirgends gespeichert. Er verschwindet, wenn du diesen Tab schließt oder neu lädst.
temporary-note = Temporär: Nichts von diesem Chat wird gespeichert. Er verschwindet, wenn du diesen Tab schließt oder neu lädst.
temporary-hint = Einen Chat beginnen, der nie gespeichert wird
lost-temporary = Dieser Chat war temporär. Nichts davon wurde aufgehoben.
refused-temporary = Du hast { $most } temporäre Chats offen. Schließe einen Tab mit einem davon; eine Minute später kannst du einen neuen beginnen.
