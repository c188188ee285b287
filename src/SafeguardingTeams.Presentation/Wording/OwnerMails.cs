using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>
/// What the mails say to an action's owner who was entered by hand: what they can do, and how. Its reference, and nothing of what it says
/// or comes from (F2).
/// </summary>
public static class OwnerMails
{
    /// <summary>The mail in place of a message.</summary>
    /// <param name="owner">As they were entered.</param>
    /// <param name="page">Where they sign in as the guest they are, and it opens.</param>
    public static IReadOnlyList<MailLine> Of(CardKind kind, ActionFile file, ActionOwner owner, Uri page, PartnershipWords words) =>
        [
            new($"Dear {owner.Name},"),
            .. kind == CardKind.ActionHandedOn
                ?
                [
                    new(
                        $"{file.Ref}, an action that you owned as {owner.Display} of {owner.AgencyName}, was given to somebody else. "
                            + $"Nothing is asked of you any more, and it no longer opens for you. If that is a mistake, tell "
                            + $"{words.OperationsName}."
                    ),
                ]
                : (MailLine[])
                    [
                        new(
                            $"You own an action agreed with {words.PartnershipName}: {file.Ref}. You were named as {owner.Display} of "
                                + $"{owner.AgencyName}. {What(kind, file)}"
                        ),
                        new(
                            "On the page you can say how far it is, ask for more time, and say that it is done and what shows it. You see "
                                + "your own actions there, and nothing of what they come from."
                        ),
                        new(kind == CardKind.ActionDigest ? "Open them here:" : "Open it here:", page),
                        new(
                            "Sign in with your own work account, the one that has the address this mail came to: you need no new "
                                + "password. "
                                + "The first time, Microsoft may ask you to accept that you come as a guest of our organisation."
                        ),
                        new(
                            $"If that does not work, {words.OperationsName} record for you what you tell them: "
                                + $"{words.OperationsTelephone}, {words.OperationsEmail}."
                        ),
                        new(ReviewMails.NoNames),
                    ],
        ];

    private static string What(CardKind kind, ActionFile file) =>
        (kind, file.Stage) switch
        {
            (CardKind.ActionDigest, _) => "Some of your actions are late, or due in the next four weeks.",
            (CardKind.Reminder, _) => "This is a reminder: something is asked of you there that is due, or late.",
            (CardKind.ActionReturned, _) => "It was returned: open it to read what is missing.",
            (CardKind.ActionTimeAnswered, _) => "It is answered whether there is more time: open it to read the answer.",
            (_, ActionStage.Agreed) => "It is yours to do: open it to read what was agreed, and by when.",
            _ => "Open it to see where it stands, and what is asked of you.",
        };
}
