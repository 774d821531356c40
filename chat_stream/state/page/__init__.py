"""The page's objects: the updates of follows are translated into object-specific deltas.

`chat_page` and `list_page` translate, `entries` has the forms of the objects, `pump` sends. What an operation is, the
package `reflex_object_deltas` says.
"""
