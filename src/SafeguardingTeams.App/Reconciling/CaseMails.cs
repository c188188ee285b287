using System.Collections.Immutable;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Documents.Report;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>A mail as it is to be sent, or why it cannot be.</summary>
/// <param name="Content">The mail; null where something is missing.</param>
/// <param name="Missing">What is missing, in plain words; else empty.</param>
internal sealed record ComposedMail(MailContent? Content, string Missing = "")
{
    /// <summary>What goes with it: kept first, then attached.</summary>
    internal ImmutableList<Drawing> Files { get; init; } = [];
}

/// <summary>
/// Writes the mails of a Rapid Review from the case as it is. Subject, text and file names hold the reference and no fact of the case
/// (F2); what is confidential stands in the documents, which the mailbox's rules encrypt.
/// </summary>
internal sealed class CaseMails(PartnershipWords words, CaseDocuments documents, PanelPapers panel, IPeople people, LondonClock clock)
{
    /// <summary>The mail of a reconcile job; null where nothing is owed any more.</summary>
    /// <param name="folder">The folder it is about; null where it is about none.</param>
    internal ComposedMail? Compose(ReconcileJob job, CaseFile file, FolderLink? folder = null)
    {
        var kind = Enum.Parse<MailKind>(job.Detail);
        if (kind == MailKind.ReportToPanel)
        {
            return ToPanel(file, job.About);
        }

        if (kind == MailKind.OpenThePage)
        {
            return InPlaceOfAMessage(job.About, file);
        }

        if (kind is MailKind.Nominee or MailKind.PackOpened)
        {
            return OfAFolder(kind, job.About, file, folder ?? new("", ""));
        }

        if (kind is MailKind.NomineeEnded or MailKind.PackClosed)
        {
            return OfWhatIsClosed(kind, job.About, file);
        }

        if (file.Review.Agency(job.About.Name) is not { Representative: { } to } agency || !IsOwed(kind, job.About, file, agency))
        {
            return null;
        }

        return to.Email.Length == 0
            ? new(
                null,
                $"{agency.Name}: no email address is known for its representative. Name one with an address, or tell them yourself."
            )
            : kind switch
            {
                MailKind.ScopingLetter => Letter(job, file, agency, to),
                MailKind.RequestPutRight => new(
                    Mail(to.Email, $"{file.Id}: the scoping form was put right", [.. ReviewMails.Correct(agency), Open(file)])
                )
                {
                    Files = agency.Return is null ? [Form(file, agency)] : [],
                },
                MailKind.Reminder => new(
                    Mail(
                        to.Email,
                        $"{file.Id}: {(IsOfSecuring(job.About, file) ? "reminder, records to be secured" : "reminder, scoping form")}",
                        [.. Reminder(job.About, file, agency), Open(file)]
                    )
                ),
                MailKind.Outcome => new(
                    Mail(to.Email, $"{file.Id}: outcome of the Rapid Review", [.. ReviewMails.Outcome(file), Open(file)])
                ),
                MailKind.TakenUp => new(
                    Mail(to.Email, $"{file.Id}: the Rapid Review goes on", [.. ReviewMails.TakenUp(file, agency), Open(file)])
                ),
                MailKind.AccessEnded => new(
                    Mail(to.Email, $"{file.Id}: access to secured records has ended", [.. ReviewMails.AccessEnded(file)])
                ),
                MailKind.AskedByMistake => new(
                    Mail(to.Email, $"{file.Id}: your agency was asked by mistake", [.. ReviewMails.AskedByMistake(file)])
                ),
                MailKind.Withdrawn => new(Mail(to.Email, $"{file.Id}: the Rapid Review was withdrawn", [.. ReviewMails.Withdrawn])),
                _ => throw new InvalidOperationException("An unknown mail."),
            };
    }

    /// <summary>
    /// Whether an agency's mail is still to go: the letter to who answers for it now, a reminder until it has returned, and after a
    /// withdrawal nothing but that. Who was asked by mistake is told that, and nothing else.
    /// </summary>
    private static bool IsOwed(MailKind kind, Topic about, CaseFile file, ReviewAgency agency) =>
        kind == MailKind.AskedByMistake
            ? agency.TakenOff is not null
            : agency.AskedAt is not null
                && (file.Review.WithdrawnBecause is not null) == (kind == MailKind.Withdrawn)
                && (kind != MailKind.AccessEnded || file.Review.AccessEnded)
                && (kind != MailKind.ScopingLetter || (about.Number ?? 0) == LetterToAgency.Which(file, agency.Key))
                && (kind != MailKind.Reminder || (IsOfSecuring(about, file) ? file.Review.AwaitsSecuring(agency) : agency.Return is null));

    private static IReadOnlyList<string> Reminder(Topic about, CaseFile file, ReviewAgency agency) =>
        IsOfSecuring(about, file) ? ReviewMails.SecuringReminder(file, agency) : ReviewMails.Reminder(file, agency);

    /// <summary>Whether a reminder to an agency is of its records, and not of its return: by the event it came of.</summary>
    private static bool IsOfSecuring(Topic about, CaseFile file) =>
        file.History.Find(recorded => recorded.Sequence == about.Number)?.Event is DeadlineChased chased
        && IsOfSecuring(chased.TimescaleId);

    private static bool IsOfSecuring(string timescaleId) => Timescales.Rule(timescaleId) == Timescales.Securing;

    /// <summary>
    /// In place of a message: which, for whom, and which of several. Nothing is owed to who has no part in the case by now, nor
    /// where a reminder is overtaken.
    /// </summary>
    private ComposedMail? InPlaceOfAMessage(Topic about, CaseFile file)
    {
        if (about.Replaced is not { } message)
        {
            return new(null, "It is not known which message this mail stands in for.");
        }

        var isReminder = message.Kind == CardKind.Reminder;
        if (
            (isReminder && Reminders.IsOver(file, message.About))
            || people.Actors(clock.Today).Find(person => person.PersonId == message.PersonId) is not { } person
            || !Permissions.Sees(file, person)
        )
        {
            return null;
        }

        var agency =
            isReminder
            && file.Review.Agency(Timescales.About(message.About.Name)) is { } late
            && late.Representative?.PersonId == person.PersonId
                ? late
                : null;
        return person.Email.Length == 0
            ? new(null, $"{person.Display} has no email address in the partnership's file.")
            : new(
                Mail(
                    person.Email,
                    $"{file.Id}: {(isReminder ? "reminder" : "something is there for you")}",
                    [
                        agency is null ? ReviewMails.OpenThePage(file, isReminder)
                        : IsOfSecuring(message.About.Name) ? ReviewMails.SecuringReminder(file, agency)[0]
                        : ReviewMails.Reminder(file, agency)[0],
                        Open(file),
                        ReviewMails.NoNames,
                    ]
                )
            );
    }

    /// <summary>That a folder is open to somebody. Nothing is owed to who is no longer the one it is open to.</summary>
    private ComposedMail? OfAFolder(MailKind kind, Topic about, CaseFile file, FolderLink folder)
    {
        var to =
            kind == MailKind.PackOpened
                ? file.Review is { PackSharedAt: not null, AccessEnded: false, WithdrawnBecause: null }
                    ? file.Review.Attendees.Find(one => Topic.Attendee(one.Key) == about && one.IsEligible)?.Contact
                    : null
                : !file.Review.AccessEnded && about.Number == FolderReconciler.NamingsOf(file, about.Name)
                    ? file.Review.Agency(about.Name)?.Securing.Nominee
                    : null;
        return to switch
        {
            null => null,
            { Email.Length: 0 } => new(
                null,
                $"{to.Display}: no email address is known. Tell them yourself that the folder is open to them, and where it is."
            ),
            _ when folder.Url.Length == 0 => new(null, "The folder is not made in SharePoint yet."),
            _ when kind == MailKind.PackOpened => new(
                Mail(to.Email, $"{file.Id}: the papers are open to you", folder.Before(ReviewMails.PackOpened(file, new(folder.Url))))
            ),
            _ => new(
                Mail(
                    to.Email,
                    $"{file.Id}: a folder is open to you",
                    [
                        .. folder.Before(ReviewMails.Nominee(file, new(folder.Url))),
                        .. to.PersonId.Length > 0 ? [Open(file)] : Array.Empty<MailLine>(),
                    ]
                )
            ),
        };
    }

    /// <summary>
    /// That a folder is closed to them. Nothing is owed to somebody whose access did not end, or has begun again since.
    /// </summary>
    private ComposedMail? OfWhatIsClosed(MailKind kind, Topic about, CaseFile file)
    {
        var to =
            kind == MailKind.PackClosed
                ? file.Review.AccessEnded
                    ? file.Review.Attendees.Find(one => Topic.Attendee(one.Key) == about)?.Contact
                    : null
                : file.Review.Agency(about.Name) is { Securing.Nominee: { } nominee } agency
                && (file.Review.AccessEnded || agency.AskedAt is null)
                    ? nominee
                    : null;
        return to switch
        {
            null => null,
            { Email.Length: 0 } => new(null, $"{to.Display}: no email address is known. Tell them yourself that their access has ended."),
            _ when kind == MailKind.PackClosed => new(
                Mail(to.Email, $"{file.Id}: the papers are closed", [.. ReviewMails.PackClosed(file)])
            ),
            _ => new(Mail(to.Email, $"{file.Id}: access to a folder has ended", [.. ReviewMails.NomineeEnded(file)])),
        };
    }

    /// <summary>Letter and form to an agency; what was kept at an earlier try is not drawn again.</summary>
    private ComposedMail Letter(ReconcileJob job, CaseFile file, ReviewAgency agency, Contact to)
    {
        var letter = KeptFile.Of(file, Occasion(job), to.Email).Any()
            ? null
            : documents.ScopingLetter(file, agency, Chair(file), clock.Today);
        return letter is LetterDrawing.NotDrawn undrawn
            ? new(null, $"The letter to {agency.Name} cannot be made: {string.Join(" ", undrawn.Reasons)}")
            : new(
                Mail(
                    to.Email,
                    $"{file.Id}: Rapid Review, please return the scoping form",
                    [.. ReviewMails.Letter(file, agency), Open(file)]
                )
            )
            {
                Files =
                [
                    new(KeptKind.ScopingLetter, agency.Key, $"{file.Id}-letter.docx", () => ((LetterDrawing.Drawn)letter!).File),
                    Form(file, agency),
                ],
            };
    }

    private ComposedMail? ToPanel(CaseFile file, Topic about)
    {
        if (PanelPapers.SendingOf(file, about) is not { } sending)
        {
            return null;
        }

        var (drawings, missing) = panel.Of(file, sending);
        var what = sending.CorrectionOf is { } before ? ReportDocument.Correction(London.DateOf(before)) : "report and letter";
        return missing.Length > 0
            ? new(null, missing)
            : new(
                Mail(
                    words.PanelEmail,
                    $"Rapid Review {file.Id}: {what}",
                    [
                        .. sending.Which > 0 ? [$"{what}. What was sent before is overtaken by what is enclosed."] : Array.Empty<string>(),
                        $"Enclosed are letter and report of the Rapid Review {file.Id} of {words.PartnershipName}.",
                    ]
                )
            )
            {
                Files = drawings,
            };
    }

    /// <summary>Names what leaves with a mail, the same at each try.</summary>
    internal static string Occasion(ReconcileJob job) => PanelPapers.Occasion(Enum.Parse<MailKind>(job.Detail), job.About);

    private Drawing Form(CaseFile file, ReviewAgency agency) =>
        new(KeptKind.ScopingForm, agency.Key, $"{file.Id}-scoping-form.docx", () => documents.ScopingForm(file, agency, clock.Today));

    private MailContent Mail(string to, string subject, IEnumerable<MailLine> says) => new([to], subject, MailText.Of(words, says), []);

    private MailLine Open(CaseFile file) => MailText.Open(words, file.Id.Value);

    private string Chair(CaseFile file) =>
        people.Actors(clock.Today).Find(person => person.RolesFor(file).Contains(Role.Chair))?.Display ?? "Chair";
}
