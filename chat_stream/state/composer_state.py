"""Writing and sending a message: the choice of models, and receipts for what was sent."""

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar, NotRequired, TypedDict

import reflex as rx

from chat_stream.accounts import MyAccount
from chat_stream.chats import LIMIT, MOST_COMPARED, Unacceptable
from chat_stream.llm import DEMO, label
from chat_stream.models import AccountKind, NotFound, Scope
from chat_stream.state.page.model_entry import Offer, offer_of
from chat_stream.state.page.show import show
from chat_stream.state.parameters_state import ParametersState, shown_parameters
from chat_stream.state.scope import place_of, scope_of
from chat_stream.worker import worker
from reflex_object_deltas import ObjectMap, emit

OFFER = "models"
"""The key of the page's only offer."""


class Receipt(TypedDict):
    """The outcome of sending a message. An empty error means that it is stored, in the chat with this id."""

    error: str
    chat_id: NotRequired[str]


class NewMessage(TypedDict):
    """A message as the composer sends it. `send` has a parameter of each name, in this order."""

    chat_id: str
    client_id: str
    text: str
    model: str
    account_id: str
    beside: list[str]
    at_once: bool


class EditedQuestion(TypedDict):
    """A question in other words. `edit` has a parameter of each name, in this order."""

    message_id: str
    client_id: str
    text: str
    model: str
    beside: list[str]


class ComposerState(rx.State):
    """The draft stays on the page until a receipt says that the message is stored.

    The list of models is long and changes seldom, so the page asks for it only if it doesn't have the current `offer`.
    The models in `beside` answer each question too, to be compared. `beginnings` are the installation's own
    suggestions. `connect_at` is the page on which to connect a model, if only the demo answers.
    """

    LIMIT: ClassVar = LIMIT
    MOST_COMPARED: ClassVar = MOST_COMPARED
    receipts: ClassVar[ObjectMap[Receipt]] = ObjectMap("receipts", Receipt)

    offers: ClassVar[ObjectMap[Offer]] = ObjectMap("offers", Offer)

    offer: str = ""
    model: str = ""
    beside: list[str] = []
    preferred_model: str = ""
    beginnings: dict[str, list[str]] = {}
    connect_at: str = ""
    notice: str = ""

    @rx.var
    def model_label(self) -> str:
        return label(self.model) if self.model else ""

    @rx.event
    async def show_offer(self):
        """Sends the models that can be chosen, with their properties."""
        with suppress(NotFound):
            offer = offer_of(await worker().offered_models.of(await scope_of(self)))
            await emit(self.offers.set(OFFER, offer))
            show(self, offer=offer["version"])

    @rx.event
    async def choose_model(self, chat_id: str, model: str, beside: Sequence[str] = ()):
        """Sets the model that answers in this chat and in new ones, and the models compared with it in this chat."""
        try:
            at, scope = await place_of(self, chat_id=chat_id)
            if chat_id:
                await at.messages.choose_model(scope, chat_id, model, beside)
            await _prefer(self, scope, model)
        except (NotFound, Unacceptable) as error:
            self.notice = error.said
        else:
            show(self, model=model, beside=list(beside))

    @rx.event
    async def begin_temporary(self, client_id: str, account_id: str):
        """Opens a temporary chat, in the account that the page shows. The page stores no draft until a receipt tells
        whether the chat exists."""
        tab, models = self.router.session.client_token, [self.model, *self.beside]
        try:
            chat_id = await worker().temporary.begin(await scope_of(self, account_id=account_id), tab, models)
        except (NotFound, Unacceptable) as error:
            self.notice = error.said
            await emit(self.receipts.set(client_id, Receipt(error=error.said)))
            return None
        return rx.redirect(f"/chat/{chat_id}")

    @rx.event
    async def send(
        self,
        chat_id: str,
        client_id: str,
        text: str,
        model: str,
        account_id: str = "",
        beside: Sequence[str] = (),
        at_once: bool = False,
    ):
        """Stores the message, and answers it or lets it wait in the queue (unless `at_once`). A new chat is made in the
        account that the page shows, and the page opens it when the receipt arrives."""
        try:
            scope = await scope_of(self, account_id="" if chat_id else account_id, chat_id=chat_id)
            parameters = shown_parameters(await self.get_state(ParametersState))
            sent = (
                await worker()
                .where(scope, chat_id)
                .messages.send(
                    scope,
                    chat_id=chat_id or None,
                    text=text,
                    model=model,
                    beside=beside,
                    client_id=client_id,
                    parameters=parameters,
                    at_once=at_once is True,
                )
            )
        except (NotFound, Unacceptable) as error:
            await emit(self.receipts.set(client_id, Receipt(error=error.said)))
            return
        await emit(self.receipts.set(client_id, Receipt(error="", chat_id=sent.chat_id)))
        with suppress(NotFound):  # the message is stored
            await _prefer(self, scope, model)

    @rx.event
    async def edit(self, message_id: str, client_id: str, text: str, model: str, beside: Sequence[str] = ()):
        """Asks a question of this chat in other words, on a new branch."""
        try:
            at, scope = await place_of(self)
            await at.versions.edit(scope, message_id, text=text, client_id=client_id, model=model, beside=beside)
        except (NotFound, Unacceptable) as error:
            await emit(self.receipts.set(client_id, Receipt(error=error.said)))
            return
        await emit(self.receipts.set(client_id, Receipt(error="")))


async def show_models(state: ComposerState, scope: Scope, chat_models: Sequence[str] = ()) -> None:
    """Shows the chat's models and the offer they are from. A new chat has the model that this person used last, or the
    default. It is a function, because a page can call every method of a state."""
    models = await worker().offered_models.of(scope)
    user, accounts = await worker().people.profile.who(scope)
    names = [model.name for model in models]
    model, *beside = [name for name in chat_models if name in names] or [
        next(name for name in (user.preferred_model, names[0]) if name in names)
    ]
    show(state, offer=offer_of(models)["version"], model=model, beside=beside, notice="")
    show(state, preferred_model=user.preferred_model)
    own = worker().settings.beginnings
    show(state, beginnings={language: list(words) for language, words in own.items()})
    show(state, connect_at=_keys_of(scope.account_id, accounts) if names == [DEMO] else "")


def _keys_of(account_id: str, accounts: Sequence[MyAccount]) -> str:
    """The address of the page with the account's provider keys."""
    is_team = any(each.id == account_id and each.kind is AccountKind.TEAM for each in accounts)
    return f"{f'/teams/{account_id}' if is_team else '/settings'}#provider-keys"


async def _prefer(state: ComposerState, scope: Scope, model: str) -> None:
    """Stores the model as this person's preference, unless it already is."""
    if model == state.preferred_model:
        return
    if any(offered.name == model for offered in await worker().offered_models.of(scope)):
        await worker().people.profile.prefer_model(scope, model)
        show(state, preferred_model=model)
