using System.Collections.Immutable;
using SafeguardingTeams.App.Carriers;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Errands;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>The documents of a case, made as it is now, for who may read them; every reading is recorded first (F1).</summary>
public sealed class CasePapers
{
    private readonly IRows _rows;
    private readonly Visits _visits;
    private readonly ReadAudit _audit;
    private readonly CaseDocuments _documents;
    private readonly IPeople _people;
    private readonly LondonClock _clock;
    private readonly CaseFolders? _folders;

    internal CasePapers(IRows rows, Visits visits, ReadAudit audit, CaseDocuments documents, IPeople people, LondonClock clock, CaseFolders? folders) =>
        (_rows, _visits, _audit, _documents, _people, _clock, _folders) = (rows, visits, audit, documents, people, clock, folders);

    /// <summary>The content type of one of them: what is made here is Word, what was put in may be a PDF.</summary>
    public static string ContentTypeOf(string name) =>
        name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? "application/pdf" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Makes one. What is not there and what is not theirs gives the same answer.</summary>
    /// <param name="visit">Who, by the token.</param>
    /// <param name="id">The case.</param>
    /// <param name="paper">Which.</param>
    /// <param name="agency">The agency it is about, or the reference of the joined referral; empty where it is about none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<PaperEnd> ReadAsync(CardAction visit, CaseId id, CasePaper paper, string agency, CancellationToken cancellationToken)
    {
        if (await _visits.OfAsync(visit, cancellationToken) is not { } press)
        {
            return new PaperEnd.NotThere();
        }

        var file = (await StoredCase.LoadAsync(_rows, id, cancellationToken)).File;
        if (!May(paper, agency, file, press.Actor))
        {
            return new PaperEnd.NotThere();
        }

        await _audit.RecordAsync(press, id, cancellationToken);
        switch (paper)
        {
            case CasePaper.Notification or CasePaper.Minutes:
                return await PutInAsync(id, PutIn(file, paper)!.Name, cancellationToken);
            case CasePaper.Pack:
                return Elsewhere(await FolderMails.UrlAsync(_rows, id, PackErrands.Subject, cancellationToken));
            case CasePaper.SecuredFolder:
                return Elsewhere(await FolderMails.UrlAsync(_rows, id, FolderErrands.Subject(agency), cancellationToken));
            case not CasePaper.JoinedReferral:
                return Drawn(file, paper, agency);
        }

        await _audit.RecordAsync(press, CaseId.Parse(agency), cancellationToken);
        return Drawn((await StoredCase.LoadAsync(_rows, CaseId.Parse(agency), cancellationToken)).File, CasePaper.Referral, "");
    }

    /// <summary>Who reads what: letter and form the agency they go to and who sends them, returns as B12 has it, report and letter (v) who decides on them, a folder in SharePoint whom it is open to.</summary>
    internal static bool May(CasePaper paper, string key, CaseFile file, Actor actor)
    {
        var agency = file.Review.Agency(key);
        bool Is(params Role[] roles) => Permissions.SeesAs(file, actor, roles);
        return paper switch
        {
            CasePaper.ScopingLetter or CasePaper.ScopingForm => agency is not null && (Is(Role.Operations, Role.Chair) || ReviewInsight.Agencies(file, actor).Any(mine => mine.Key == key)),
            CasePaper.Return => agency is { Return.Known: true } && ReviewInsight.ReadsReturn(file, actor, agency),
            CasePaper.Referral => ReviewInsight.ReadsReferral(file, actor),
            CasePaper.JoinedReferral => ReviewInsight.ReadsReturns(file, actor) && file.JoinedReferrals.Exists(joined => joined.CaseId.Value == key),
            CasePaper.Chronology => ReviewInsight.ReadsReturns(file, actor),
            CasePaper.Report or CasePaper.PanelLetter => ReviewInsight.ReadsReport(file, actor),
            CasePaper.Notification or CasePaper.Minutes => PutIn(file, paper) is not null && ReviewInsight.ReadsReturns(file, actor),
            CasePaper.Pack => ReviewInsight.OpensPack(file, actor),
            CasePaper.SecuredFolder => agency is { AskedAt: not null } && ReviewInsight.OpensRecords(file, actor, agency),
        };
    }

    /// <summary>The newest of a paper that was put in; null where none is.</summary>
    private static AddedPaper? PutIn(CaseFile file, CasePaper paper) =>
        ReviewInsight.PutIn(file, paper == CasePaper.Notification ? PaperKind.NotificationCopy : PaperKind.JointAgencyResponseMinutes);

    private static PaperEnd Elsewhere(string url) => Uri.TryCreate(url, UriKind.Absolute, out var there) ? new PaperEnd.Elsewhere(there)
        : new PaperEnd.NotDrawn(["The folder is not made in SharePoint yet. Try again in a few minutes."]);

    /// <summary>A paper from outside, as it lies in SharePoint.</summary>
    private async Task<PaperEnd> PutInAsync(CaseId id, string name, CancellationToken cancellationToken)
    {
        if (_folders is null)
        {
            return new PaperEnd.NotDrawn(["SharePoint is not set up for this system, so the file cannot be opened here."]);
        }

        try
        {
            return await _folders.ReadAsync(Library.CaseRecords, id, PackErrands.Papers, name, cancellationToken) is { } bytes ? new PaperEnd.Drawn(name, bytes)
                : new PaperEnd.NotDrawn(["The file is no longer in the case's folder in SharePoint. Tell the operational team."]);
        }
        catch (ErrandStopped)
        {
            return new PaperEnd.NotDrawn(["SharePoint cannot be reached just now. Try again in a few minutes."]);
        }
    }

    private PaperEnd Drawn(CaseFile file, CasePaper paper, string key)
    {
        PaperEnd Of(string name, ReadOnlyMemory<byte> bytes) => new PaperEnd.Drawn($"{file.Id}-{name}.docx", bytes);
        return paper switch
        {
            CasePaper.ScopingLetter => Letter("letter", _documents.ScopingLetter(file, file.Review.Agency(key)!, Chair(file), _clock.Today), []),
            CasePaper.ScopingForm => Of("scoping-form", _documents.ScopingForm(file, file.Review.Agency(key)!, _clock.Today)),
            CasePaper.Return => Of($"return-{key}", CaseDocuments.Return(file, file.Review.Agency(key)!)),
            CasePaper.Referral or CasePaper.JoinedReferral => Of("referral", CaseDocuments.Referral(file)),
            CasePaper.Chronology => Of("chronology", _documents.Chronology(file, _clock.Today)),
            CasePaper.Report => Of("report", _documents.Report(file)),
            CasePaper.PanelLetter => SendReport.LetterMissing(file) is var missing && !missing.IsEmpty ? new PaperEnd.NotDrawn(missing) : Letter("letter-to-panel", _documents.PanelLetter(file, Chair(file), _clock.Today), []),
            CasePaper.Notification or CasePaper.Minutes or CasePaper.Pack or CasePaper.SecuredFolder => throw new InvalidOperationException("It lies in SharePoint and is not made here."),
        };

        PaperEnd Letter(string name, LetterDrawing drawing, ImmutableList<string> missing) => drawing switch
        {
            LetterDrawing.Drawn drawn => Of(name, drawn.File),
            LetterDrawing.NotDrawn undrawn => new PaperEnd.NotDrawn([.. missing, .. undrawn.Reasons]),
            _ => throw new InvalidOperationException("An unknown letter."),
        };
    }

    private string Chair(CaseFile file) => _people.Actors(_clock.Today).Find(person => person.RolesFor(file).Contains(Role.Chair))?.Display ?? "Chair";
}

/// <summary>A document of a case.</summary>
public enum CasePaper
{
    /// <summary>Letter (ii) to an agency (B3).</summary>
    ScopingLetter,

    /// <summary>Form (iii) for an agency (B4).</summary>
    ScopingForm,

    /// <summary>What an agency returned (B5).</summary>
    Return,

    /// <summary>The completed referral (B13).</summary>
    Referral,

    /// <summary>A referral that was joined to it, for who reads the returns too: its own referrer's agency is none of another referrer's business (decision 15, F2).</summary>
    JoinedReferral,

    /// <summary>One chronology over all returns.</summary>
    Chronology,

    /// <summary>Report (iv) (B16).</summary>
    Report,

    /// <summary>Letter (v) to the Panel (B22).</summary>
    PanelLetter,

    /// <summary>The copy of the notification, as it was put in (B13).</summary>
    Notification,

    /// <summary>The minutes of the Joint Agency Response, as they were put in (B13).</summary>
    Minutes,

    /// <summary>The document pack's folder in SharePoint (B13).</summary>
    Pack,

    /// <summary>The folder of an agency's secured records in SharePoint (B9).</summary>
    SecuredFolder,
}

/// <summary>What came of asking for a document.</summary>
public abstract record PaperEnd
{
    private PaperEnd()
    {
    }

    /// <summary>The document.</summary>
    /// <param name="Name">The case reference and what it is.</param>
    /// <param name="Bytes">A Word file, or a PDF by its name.</param>
    public sealed record Drawn(string Name, ReadOnlyMemory<byte> Bytes) : PaperEnd;

    /// <summary>It is opened in SharePoint, which lets in whom it should.</summary>
    /// <param name="Url">Where.</param>
    public sealed record Elsewhere(Uri Url) : PaperEnd;

    /// <summary>It cannot be made yet.</summary>
    /// <param name="Reasons">What is missing, in plain words.</param>
    public sealed record NotDrawn(ImmutableList<string> Reasons) : PaperEnd;

    /// <summary>There is none, or none for them.</summary>
    public sealed record NotThere : PaperEnd;
}
