### What the server refuses, and why.

refused-role = Your role in this team doesn't allow this. Ask one of its owners.
refused-restart = The server is restarting. Send again in a moment.
refused-no-answer = This isn't an answer.
refused-no-question = Only a question can be edited.
refused-complete = This answer is already complete or being written.
refused-writing-already = This model is already writing an answer to that question.
refused-model = The model “{ $model }” isn't available here. Choose another one.
refused-title = Enter a title, up to { $longest } characters.
refused-prompt = Enter a system prompt of up to { $longest } characters.
refused-temperature = Enter a temperature from 0 to 2, or leave it empty.
refused-length = Enter a maximum length from 1 to { $most } tokens, or leave it empty.
refused-effort = Choose a reasoning effort from the list.
refused-numbers = Enter numbers for the temperature and the maximum length, or leave them empty.
refused-generations = { $most ->
    [one] 1 answer is already being written for you. Send again when it has finished.
   *[other] { $most } answers are already being written for you. Send again when one has finished.
}
refused-beside = At most { $most } answers can be written for you at a time. This asks for { $answers }, and { $written ->
    [0] none is being written yet.
    [one] 1 is already being written.
   *[other] { $written } are already being written.
}
refused-compared = At most { $most } models can be compared at a time.

limit-sends = You sent { $most } messages within a minute. { try-again }
limit-failures = The password was wrong too many times. { try-again }
limit-sign-ins = Too many people are signing in from your network. { try-again }
limit-sign-ups = Too many accounts were created from your network. { try-again }
limit-tabs = You have too many tabs open here. Close one. { try-again }
limit-reads = You have too many open streams. Close one. { try-again }
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
refused-token-name = Enter a name that says what the token is for, up to { $longest } characters.
refused-email = Enter an address such as ada@example.com.
refused-password = Choose a password with at least 8 characters.
refused-taken = There is already an account with this address. Sign in instead.
refused-closed = You need an invitation to sign up here. Ask somebody who has an account for a link.
refused-disabled = This account is disabled. Contact your administrator.
refused-pair = This address and password don't match. Check both and try again.
refused-old-link = This link was already used, or it has expired. Ask for a new one.
refused-wrong-password = This isn't your password. Check it and try again.
refused-foreign = This request didn't come from the app's own page.
refused-openid = The other service didn't confirm who you are. Try again, or sign in with a password.
refused-unverified = The other service doesn't know whether this email address is yours. Confirm it there, and try again.
refused-tokens = You already have { $most } tokens. Revoke one that you no longer need.
refused-invitations = There are already { $most } open invitations. Withdraw one first.
refused-last-owner = A team needs an owner. Make somebody else the owner first, or delete the team.
refused-owned-team = The team “{ $team }” would lose its last owner. Hand it over or delete it first.
refused-last-administrator = No administrator would be left who can sign in. Make somebody else an administrator first.
refused-lose-administrator = The installation would lose its last administrator. Make somebody else an administrator first.
refused-last-model = At least one model must stay allowed.
refused-default-model = The default model must be one of the allowed models.

refused-provider = Choose one of the providers.
refused-key = Enter the key exactly as the provider shows it: at least 8 characters, without spaces.
refused-one-address = { $provider } has only one address. Leave the field empty.
refused-needs-key = The server at this address needs a key.
refused-address = Enter an address such as https://models.example.com/v1.
