### What the server refuses, and why.

refused-role = Your role in this team doesn't allow this. Ask one of its owners.
refused-restart = The server is being restarted. Send again in a moment.
refused-no-answer = This isn't an answer.
refused-no-question = Only a question can be edited.
refused-complete = This answer is complete or being written already.
refused-writing-already = This model is writing an answer to that question already.
refused-model = The model “{ $model }” isn't available here. Choose another one.
refused-title = Enter a title, up to { $longest } characters.
refused-prompt = Enter a system prompt of up to { $longest } characters.
refused-temperature = Enter a temperature from 0 to 2, or none.
refused-length = Enter a maximum length from 1 to { $most } tokens, or none.
refused-effort = Choose a reasoning effort from the list.
refused-numbers = Enter numbers for the temperature and the maximum length, or nothing.
refused-generations = { $most } answers are being written for you already. Send again when one has ended.
refused-beside = At most { $most } answers are written for you at a time, { $written ->
    [0] none is yet
   *[other] { $written } are already
}, and this asks for { $answers }.
refused-compared = At most { $most } models can be compared at a time.

limit-sends = You sent { $most } messages within a minute. { try-again }
limit-failures = That was the wrong password too many times. { try-again }
limit-sign-ins = Too many people sign in from your network. { try-again }
limit-sign-ups = Too many accounts were made from your network. { try-again }
limit-tabs = You have too many tabs open here: close one. { try-again }
limit-reads = Too many of your reads wait already: end one. { try-again }
try-again = Try again { in-a-while }.
in-a-while = { $wait ->
    [moment] in a moment
    [seconds] { $amount ->
        [one] in 1 second
       *[other] in { $amount } seconds
    }
   *[minutes] { $amount ->
        [one] in 1 minute
       *[other] in { $amount } minutes
    }
}

refused-name = Enter the name that others should see, up to { $longest } characters.
refused-team-name = Enter a name for the team, up to { $longest } characters.
refused-token-name = Enter a name that tells what the token is for, up to { $longest } characters.
refused-email = Enter an address such as ada@example.com.
refused-password = Choose a password with at least 8 characters.
refused-taken = There is an account with this address already. Sign in instead.
refused-closed = Nobody can sign up here without an invitation. Ask somebody who is here for a link.
refused-disabled = This account is disabled. Ask who runs this installation.
refused-pair = This address and password don't belong together. Check both and try again.
refused-old-link = This link was used, or it is too old. Ask for another one.
refused-wrong-password = This isn't your password. Check it and try again.
refused-foreign = This request didn't come from the app's own page.
refused-openid = The other service didn't confirm who you are. Try again, or sign in with a password.
refused-unverified = The other service doesn't know whether your email address is yours. Confirm it there, and try again.
refused-tokens = You have { $most } tokens. Revoke one that you don't need any more.
refused-invitations = There are { $most } open invitations. Withdraw one first.
refused-last-owner = A team needs an owner. Make somebody else one first, or delete the team.
refused-owned-team = The team “{ $team }” would lose its last owner. Hand it over or delete it first.
refused-last-administrator = There would be no administrator left who can sign in. Make another one first.
refused-lose-administrator = The installation would lose its last administrator. Make another one first.
refused-last-model = At least one model must stay allowed.
refused-default-model = The default model must be one of those that are allowed.

refused-provider = Choose one of the providers.
refused-key = Enter the key as the provider shows it: one word of at least 8 characters.
refused-one-address = { $provider } has one address only: leave the field empty.
refused-needs-key = The server at this address needs a key.
refused-address = Enter an address such as https://models.example.com/v1.
