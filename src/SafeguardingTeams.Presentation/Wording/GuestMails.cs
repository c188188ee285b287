using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>
/// What the mail says to who is appointed to a review and reads papers as a guest (C9): that they are ready, and how to sign in. No name,
/// not what they are appointed for, and nothing of the review but its reference (F2): an address may be wrong.
/// </summary>
public static class GuestMails
{
    /// <summary>Papers are ready.</summary>
    /// <param name="page">Where they sign in as the guest they are, and it opens.</param>
    public static IReadOnlyList<MailLine> PapersReady(ReviewFile file, Uri page, PartnershipWords words) =>
        [
            "Dear colleague,",
            $"Papers are ready for you to read, in what {words.PartnershipName} has asked you to take part in: {file.Ref}.",
            "On the page you open them one by one. You see there what was agreed for you, and nothing else.",
            new("Open them here:", page),
            "Sign in with your own work account, the one that has the address this mail came to: you need no new password. The first time, "
                + "Microsoft may ask you to accept that you come as a guest of our organisation.",
            $"If that does not work, or you do not know what this is about, tell {words.OperationsName}: {words.OperationsTelephone}, "
                + $"{words.OperationsEmail}.",
            ReviewMails.NoNames,
        ];
}
