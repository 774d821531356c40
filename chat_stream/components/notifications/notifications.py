"""Being told of an answer that ends in a tab that isn't looked at: this browser's own setting."""

import reflex as rx

from chat_stream.components.base.section import section
from chat_stream.scripts import script
from chat_stream.texts.page import text


class NotificationSwitch(rx.NoSSRComponent):
    library = script("components/notifications/notification_switch.jsx")
    tag = "NotificationSwitch"


def notifications() -> rx.Component:
    return section(text("notifications"), "notifications", NotificationSwitch.create(), lead=text("notifications-lead"))
