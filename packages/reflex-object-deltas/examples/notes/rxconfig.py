import reflex as rx

config = rx.Config(
    app_name="notes", disable_plugins=[rx.plugins.SitemapPlugin], show_built_with_reflex=False, telemetry_enabled=False
)
