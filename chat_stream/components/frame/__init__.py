"""What pages stand in: sidebar, header, keyboard; and what is shown when something is missing or broken."""
