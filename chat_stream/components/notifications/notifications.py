"""This browser's setting for notifications about answers that end in a tab in the background."""

import reflex as rx

from chat_stream.components.base.section import section
from chat_stream.scripts import script
from chat_stream.texts.page import text


class NotificationSwitch(rx.NoSSRComponent):
    library = script("components/notifications/notification_switch.jsx")
    tag = "NotificationSwitch"


def notifications() -> rx.Component:
    return section(text("notifications"), "notifications", NotificationSwitch.create(), lead=text("notifications-lead"))
