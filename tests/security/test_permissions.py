"""The table of roles in the code is the one in the documentation."""

from chat_stream.models import Act, Role
from chat_stream.models.permission import may
from tests.security.documented import table


def test_roles_may_do_what_is_documented():
    assert table("in a team") == {act.value: {role.value: may(role, act) for role in Role} for act in Act}
