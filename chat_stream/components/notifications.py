"""Being told of an answer that ends in a tab that isn't looked at: this browser's own setting."""

import reflex as rx

from chat_stream.components.scripts import component_script
from chat_stream.components.section import section
from chat_stream.texts.page import text

component_script("notifications.js")


class NotificationSwitch(rx.NoSSRComponent):
    library = component_script("notification_switch.jsx")
    tag = "NotificationSwitch"


def notifications() -> rx.Component:
    return section(text("notifications"), "notifications", NotificationSwitch.create(), lead=text("notifications-lead"))
