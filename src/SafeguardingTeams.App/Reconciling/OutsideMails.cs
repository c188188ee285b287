using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewTold;
using SafeguardingTeams.Presentation.Documents.Reviews;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// The mails about a review to national bodies whose address the partnership has checked (C8, C9, C17): a reference, and the letter.
/// </summary>
internal sealed class OutsideMails(PartnershipWords words, ReviewLettersKept letters)
{
    /// <summary>The mail of a reconcile job; null where there is no such letter.</summary>
    internal ComposedMail? Compose(ReconcileJob job, ReviewFile file)
    {
        if (OutsideLetter.Of(file).FirstOrDefault(one => one.About == job.About) is not { Went.MailTo.Length: > 0 } letter)
        {
            return null;
        }

        var (drawing, missing) = letters.Of(file, letter);
        return drawing is null
            ? new(null, missing)
            : new(
                new MailContent(
                    [letter.Went.MailTo],
                    $"{file.Ref}: {ReviewLetters.Title(letter.Went.Of).ToLowerInvariant()}",
                    MailText.Of(
                        words,
                        [$"Enclosed is a letter of {words.PartnershipName} about the review {file.Ref}.", ReviewMails.NoNames]
                    ),
                    []
                )
            )
            {
                Files = [drawing],
            };
    }
}
