"""Who may do what. `docs/security.md` has the same table, and a test compares the two."""

from enum import StrEnum

from chat_stream.texts import Spoken, Text


class Role(StrEnum):
    """A person's role in an account. Everybody owns their personal account."""

    OWNER = "owner"
    ADMIN = "admin"
    MEMBER = "member"


class Act(StrEnum):
    """The actions that roles allow. The values are the words of the table in `docs/security.md`."""

    USE_CHATS = "read, write, rename, pin and archive its chats, delete one's own"
    DELETE_CHATS = "delete chats that others began"
    SEE_MEMBERS = "see its members"
    LEAVE = "leave it"
    RENAME = "rename it"
    INVITE = "invite, and withdraw invitations"
    CHANGE_ROLE = "change roles"
    REMOVE = "remove members"
    HAND_OVER = "hand over ownership"
    CHANGE_KEYS = "store and remove provider keys"
    DELETE = "delete it"


EVERYBODY = frozenset(Role)
LEADERS = frozenset({Role.OWNER, Role.ADMIN})
OWNERS = frozenset({Role.OWNER})

ALLOWED: dict[Act, frozenset[Role]] = {
    Act.USE_CHATS: EVERYBODY,
    Act.DELETE_CHATS: LEADERS,
    Act.SEE_MEMBERS: EVERYBODY,
    Act.LEAVE: EVERYBODY,
    Act.RENAME: LEADERS,
    Act.INVITE: LEADERS,
    Act.CHANGE_ROLE: LEADERS,
    Act.REMOVE: LEADERS,
    Act.CHANGE_KEYS: LEADERS,
    Act.HAND_OVER: OWNERS,
    Act.DELETE: OWNERS,
}

GRANTS: dict[Role, frozenset[Role]] = {
    Role.OWNER: EVERYBODY,
    Role.ADMIN: frozenset({Role.ADMIN, Role.MEMBER}),
    Role.MEMBER: frozenset(),
}
"""The roles that a role may give to others, and take from them. Nobody can give or take a role above their own."""


class NotAllowed(Spoken):
    """The asker may see the object, but their role doesn't allow the action."""

    text = Text("refused-role")


def may(role: Role, act: Act) -> bool:
    return role in ALLOWED[act]


def check(role: Role, act: Act, *touched: Role) -> None:
    """Checks that a role allows an action, and giving or taking each of the touched roles.

    Raises:
        NotAllowed: It doesn't.
    """
    if not may(role, act) or not GRANTS[role].issuperset(touched):
        raise NotAllowed
