using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Errands;

/// <summary>A mail as it is to be sent, or why it cannot be.</summary>
/// <param name="Content">The mail; null where something is missing.</param>
/// <param name="Missing">What is missing, in plain words; else empty.</param>
internal sealed record ComposedMail(MailContent? Content, string Missing = "");

/// <summary>
/// Writes the mails of a Rapid Review from the case as it is. Subject, text and file names hold the reference and no fact of the case
/// (F2); what is confidential stands in the documents, which the mailbox's rules encrypt.
/// </summary>
internal sealed class CaseMails(PartnershipWords words, CaseDocuments documents, IPeople people, LondonClock clock)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The mail of an errand; null where nothing is owed any more.</summary>
    /// <param name="errand">Which.</param>
    /// <param name="file">The case.</param>
    /// <param name="folder">Where the folder is that it is about; empty where it is about none.</param>
    internal ComposedMail? Compose(Errand errand, CaseFile file, string folder = "")
    {
        var kind = Enum.Parse<MailKind>(errand.Detail);
        if (kind == MailKind.ReportToPanel)
        {
            return ToPanel(file);
        }

        if (kind == MailKind.OpenThePage)
        {
            return InPlaceOfAMessage(errand.About, file);
        }

        if (kind is MailKind.Nominee or MailKind.PackOpened)
        {
            return OfAFolder(kind, errand.About, file, folder);
        }

        var parts = errand.About.Split('.');
        if (file.Review.Agency(parts[0]) is not { Representative: { } to } agency || !IsOwed(kind, parts, file, agency))
        {
            return null;
        }

        return to.Email.Length == 0 ? new(null, $"{agency.Name}: no email address is known for its representative. Name one with an address, or tell them yourself.") : kind switch
        {
            MailKind.ScopingLetter => Letter(file, agency, to),
            MailKind.RequestPutRight => new(Mail(to.Email, $"{file.Id}: the scoping form was put right", [.. ReviewMails.PutRight(agency), Open(file)], agency.Return is null ? Form(file, agency) : [])),
            MailKind.Reminder => new(Mail(to.Email, $"{file.Id}: reminder, scoping form", [.. ReviewMails.Reminder(file, agency), Open(file)], [])),
            MailKind.Outcome => new(Mail(to.Email, $"{file.Id}: outcome of the Rapid Review", [.. ReviewMails.Outcome(file), Open(file)], [])),
            MailKind.Withdrawn => new(Mail(to.Email, $"{file.Id}: the Rapid Review was withdrawn", ReviewMails.Withdrawn, [])),
            _ => throw new InvalidOperationException("An unknown mail."),
        };
    }

    /// <summary>Whether an agency's mail is still to go: the letter to who answers for it now, a reminder until it has returned, and after a withdrawal nothing but that.</summary>
    private static bool IsOwed(MailKind kind, string[] parts, CaseFile file, ReviewAgency agency) => (file.Review.WithdrawnBecause is not null) == (kind == MailKind.Withdrawn)
        && (kind != MailKind.ScopingLetter || (parts.Length > 1 ? parts[1] : "0") == Renamed(file, agency.Key))
        && (kind != MailKind.Reminder || agency.Return is null);

    /// <summary>In place of a message: which, for whom, and which of several. Nothing is owed to who has no part in the case by now, nor where a reminder is overtaken.</summary>
    private ComposedMail? InPlaceOfAMessage(string about, CaseFile file)
    {
        var parts = about.Split('.', 3);
        var isReminder = Enum.Parse<CardKind>(parts[0]) == CardKind.Reminder;
        if ((isReminder && Reminders.IsOver(file, parts[2])) || people.Actors(clock.Today).Find(person => person.PersonId == parts[1]) is not { } person || !Permissions.Sees(file, person))
        {
            return null;
        }

        var agency = isReminder && file.Review.Agency(Timescales.About(parts[2][..parts[2].LastIndexOf('.')])) is { } late && late.Representative?.PersonId == person.PersonId ? late : null;
        return person.Email.Length == 0 ? new(null, $"{person.Display} has no email address in the partnership's file.")
            : new(Mail(person.Email, $"{file.Id}: {(isReminder ? "reminder" : "something is there for you")}", [agency is null ? ReviewMails.OpenThePage(file, isReminder) : ReviewMails.Reminder(file, agency)[0], Open(file), ReviewMails.NoNames], []));
    }

    /// <summary>That a folder is open to somebody. Nothing is owed to who is no longer the one it is open to.</summary>
    private ComposedMail? OfAFolder(MailKind kind, string about, CaseFile file, string folder)
    {
        var to = kind == MailKind.PackOpened ? file.Review is { PackSharedAt: not null, AccessEnded: false, WithdrawnBecause: null } ? file.Review.Attendees.Find(one => one.Key == about && one.IsEligible)?.Contact : null
            : about.Split('.') is [var agency, var number] && !file.Review.AccessEnded && number == FolderErrands.NamingsOf(file, agency) ? file.Review.Agency(agency)?.Securing.Nominee : null;
        return to switch
        {
            null => null,
            { Email.Length: 0 } => new(null, $"{to.Display}: no email address is known. Tell them yourself that the folder is open to them, and where it is."),
            _ when folder.Length == 0 => new(null, "The folder is not made in SharePoint yet."),
            _ when kind == MailKind.PackOpened => new(Mail(to.Email, $"{file.Id}: the papers are open to you", ReviewMails.PackOpened(file, folder), [])),
            _ => new(Mail(to.Email, $"{file.Id}: a folder is open to you", [.. ReviewMails.Nominee(file, folder), .. to.PersonId.Length > 0 ? [Open(file)] : Array.Empty<string>()], [])),
        };
    }

    private ComposedMail Letter(CaseFile file, ReviewAgency agency, Contact to) => documents.ScopingLetter(file, agency, Chair(file), clock.Today) switch
    {
        LetterDrawing.Drawn drawn => new(Mail(to.Email, $"{file.Id}: Rapid Review, please return the scoping form", [.. ReviewMails.Letter(file, agency), Open(file)], [new($"{file.Id}-letter.docx", Word, drawn.File), .. Form(file, agency)])),
        LetterDrawing.NotDrawn undrawn => new(null, $"The letter to {agency.Name} cannot be made: {string.Join(" ", undrawn.Reasons)}"),
        _ => throw new InvalidOperationException("An unknown letter."),
    };

    private ComposedMail ToPanel(CaseFile file)
    {
        if (SendReport.LetterMissing(file) is { IsEmpty: false } missing)
        {
            return new(null, $"The letter to the Panel cannot be made: {string.Join(" ", missing)}");
        }

        return documents.PanelLetter(file, Chair(file), clock.Today) switch
        {
            LetterDrawing.Drawn drawn => new(Mail(words.PanelEmail, $"Rapid Review {file.Id}: report and letter", [$"Enclosed are letter and report of the Rapid Review {file.Id} of {words.PartnershipName}."],
                [new($"{file.Id}-letter-to-panel.docx", Word, drawn.File), new($"{file.Id}-report.docx", Word, documents.Report(file))])),
            LetterDrawing.NotDrawn undrawn => new(null, $"The letter to the Panel cannot be made: {string.Join(" ", undrawn.Reasons)}"),
            _ => throw new InvalidOperationException("An unknown letter."),
        };
    }

    private ImmutableList<MailAttachment> Form(CaseFile file, ReviewAgency agency) => [new($"{file.Id}-scoping-form.docx", Word, documents.ScopingForm(file, agency, clock.Today))];

    private MailContent Mail(string to, string subject, IReadOnlyList<string> paragraphs, ImmutableList<MailAttachment> files) => new([to], subject,
        string.Concat(paragraphs.Append($"{words.OperationsName} of {words.PartnershipName}, {words.OperationsTelephone}, {words.OperationsEmail}").Select(paragraph => $"<p>{HtmlEncoder.Default.Encode(paragraph)}</p>")), files);

    private string Open(CaseFile file) => $"Open it here: {new Uri(words.WebPage, $"?open={file.Id}")}";

    private static string Renamed(CaseFile file, string key) => file.History.Count(recorded => recorded.Event is RepresentativeNamed named && named.Key == key).ToString(CultureInfo.InvariantCulture);

    private string Chair(CaseFile file) => people.Actors(clock.Today).Find(person => person.RolesFor(file).Contains(Role.Chair))?.Display ?? "Chair";
}
