using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// The documents of a case for who may read them; every reading is recorded first (F1). What has left the house is opened as it left, and
/// nothing in its place; what has not is made as the case is now.
/// </summary>
public sealed class CasePapers
{
    private readonly IRows _rows;
    private readonly Visits _visits;
    private readonly ReadAudit _audit;
    private readonly CaseDocuments _documents;
    private readonly IPeople _people;
    private readonly LondonClock _clock;
    private readonly CaseFolders? _folders;
    private readonly KeptDocuments _keeping;
    private readonly PanelPapers _panel;

    internal CasePapers(
        IRows rows,
        Visits visits,
        ReadAudit audit,
        CaseDocuments documents,
        IPeople people,
        LondonClock clock,
        CaseFolders? folders,
        KeptDocuments keeping,
        PanelPapers panel
    ) =>
        (_rows, _visits, _audit, _documents, _people, _clock, _folders, _keeping, _panel) = (
            rows,
            visits,
            audit,
            documents,
            people,
            clock,
            folders,
            keeping,
            panel
        );

    /// <summary>
    /// The content type of one of them: what is made here is Word or Excel, what was put in may be a PDF, slides or a picture.
    /// </summary>
    public static string ContentTypeOf(string name) =>
        Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".pdf" => "application/pdf",
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            _ => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        };

    /// <summary>Makes one. What is not there and what is not theirs gives the same answer.</summary>
    /// <param name="visit">Who, by the token.</param>
    /// <param name="agency">
    /// The agency it is about, the reference of the joined referral, or the number of the kept file; empty where it is about none.
    /// </param>
    public async Task<PaperEnd> ReadAsync(CardAction visit, CaseId id, CasePaper paper, string agency, CancellationToken cancellationToken)
    {
        if (await _visits.OfAsync(visit, cancellationToken) is not { } reader)
        {
            return new PaperEnd.NotThere();
        }

        var file = (await StoredCase.LoadAsync(_rows, id, cancellationToken)).File;
        if (!May(paper, agency, file, reader.Actor))
        {
            return new PaperEnd.NotThere();
        }

        await _audit.RecordAsync(reader, file, cancellationToken);
        switch (paper)
        {
            case CasePaper.Notification or CasePaper.Minutes:
                return await UploadAsync(id, Uploaded(file, paper)!.Name, cancellationToken);
            case CasePaper.Pack:
                return Elsewhere(await FolderMails.UrlAsync(_rows, id, PackReconciler.Subject, cancellationToken));
            case CasePaper.SecuredFolder:
                return Elsewhere(await FolderMails.UrlAsync(_rows, id, FolderReconciler.Subject(agency), cancellationToken));
            case not CasePaper.JoinedReferral:
                return await KeptAsync(file, paper, agency, cancellationToken) ?? Drawn(file, paper, agency);
        }

        var joined = (await StoredCase.LoadAsync(_rows, CaseId.Parse(agency), cancellationToken)).File;
        await _audit.RecordAsync(reader, joined, cancellationToken);
        return Drawn(joined, CasePaper.Referral, "");
    }

    /// <summary>
    /// Who reads what: letter and form the agency they go to and who sends them, returns as B12 has it, report and letter (v) who
    /// decides on them, a folder in SharePoint whom it is open to.
    /// </summary>
    internal static bool May(CasePaper paper, string key, CaseFile file, Actor actor)
    {
        var agency = file.Review.Agency(key);
        bool Is(params Role[] roles) => Permissions.SeesAs(file, actor, roles);
        return paper switch
        {
            CasePaper.ScopingLetter or CasePaper.ScopingForm => agency is not null
                && (Is(Role.Operations, Role.Chair) || ReviewVisibility.Agencies(file, actor).Any(mine => mine.Key == key)),
            CasePaper.Return => agency is { Return.Known: true } && ReviewVisibility.ReadsReturn(file, actor, agency),
            CasePaper.Referral => ReviewVisibility.ReadsReferral(file, actor),
            CasePaper.JoinedReferral => ReviewVisibility.ReadsReturns(file, actor)
                && file.JoinedReferrals.Exists(joined => joined.CaseId.Value == key),
            CasePaper.Chronology => ReviewVisibility.ReadsReturns(file, actor),
            CasePaper.Report or CasePaper.PanelLetter => ReviewVisibility.ReadsReport(file, actor),
            CasePaper.Notification or CasePaper.Minutes => Uploaded(file, paper) is not null && ReviewVisibility.ReadsReturns(file, actor),
            CasePaper.Pack => ReviewVisibility.OpensPack(file, actor),
            CasePaper.SecuredFolder => agency is { AskedAt: not null } && ReviewVisibility.OpensRecords(file, actor, agency),
            CasePaper.Kept => Is(Role.Operations, Role.Chair) && Numbered(file, key) is not null,
        };
    }

    private static KeptFile? Numbered(CaseFile file, string number) =>
        KeptFile.Of(file).FirstOrDefault(kept => kept.Number.ToString(CultureInfo.InvariantCulture) == number);

    /// <summary>
    /// What has left, as it left; null where it has not. Report and letter are kept by whoever comes first; while a correction is before
    /// the leads, it is the correction that is read.
    /// </summary>
    private async Task<PaperEnd?> KeptAsync(CaseFile file, CasePaper paper, string key, CancellationToken cancellationToken)
    {
        try
        {
            if (
                paper is CasePaper.Report or CasePaper.PanelLetter
                && file.Review.Correction is null
                && ReportSending.Of(file) is [.., var sending]
            )
            {
                var kind = paper == CasePaper.Report ? KeptKind.Report : KeptKind.PanelLetter;
                var (sent, missing) = await _panel.KeptAsync(file, sending, kind, cancellationToken);
                return sent is null ? new PaperEnd.NotDrawn([missing]) : new PaperEnd.Drawn(sent.Document.Name, sent.Bytes);
            }

            var kept = paper switch
            {
                CasePaper.Kept => Numbered(file, key),
                CasePaper.ScopingLetter => KeptFile.Newest(file, KeptKind.ScopingLetter, key),
                CasePaper.ScopingForm => KeptFile.Newest(file, KeptKind.ScopingForm, key),
                _ => null,
            };
            return kept is null ? null
                : await _keeping.ReadAsync(file, kept, cancellationToken) is var read ? new PaperEnd.Drawn(read.Document.Name, read.Bytes)
                : null;
        }
        catch (KeptFileException wrong)
        {
            return new PaperEnd.NotDrawn([$"{wrong.Message} Nothing else is shown in its place. The operational team has been told."]);
        }
    }

    /// <summary>The newest of a paper that was put in; null where none is.</summary>
    private static AddedPaper? Uploaded(CaseFile file, CasePaper paper) =>
        ReviewVisibility.Uploaded(
            file,
            paper == CasePaper.Notification ? PaperKind.NotificationCopy : PaperKind.JointAgencyResponseMinutes
        );

    private static PaperEnd Elsewhere(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var there)
            ? new PaperEnd.Elsewhere(there)
            : new PaperEnd.NotDrawn(["The folder is not made in SharePoint yet. Try again in a few minutes."]);

    /// <summary>A paper from outside, as it lies in SharePoint.</summary>
    private async Task<PaperEnd> UploadAsync(CaseId id, string name, CancellationToken cancellationToken)
    {
        if (_folders is null)
        {
            return new PaperEnd.NotDrawn(["SharePoint is not set up for this system, so the file cannot be opened here."]);
        }

        try
        {
            return await _folders.ReadAsync(Library.CaseRecords, id, PackReconciler.Papers, name, cancellationToken) is { } bytes
                ? new PaperEnd.Drawn(name, bytes)
                : new PaperEnd.NotDrawn(["The file is no longer in the case's folder in SharePoint. Tell the operational team."]);
        }
        catch (ReconcileStopped)
        {
            return new PaperEnd.NotDrawn(["SharePoint cannot be reached just now. Try again in a few minutes."]);
        }
    }

    private PaperEnd Drawn(CaseFile file, CasePaper paper, string key)
    {
        PaperEnd Of(string name, ReadOnlyMemory<byte> bytes) => new PaperEnd.Drawn($"{file.Id}-{name}.docx", bytes);
        return paper switch
        {
            CasePaper.ScopingLetter => Letter(
                "letter",
                _documents.ScopingLetter(file, file.Review.Agency(key)!, Chair(file), _clock.Today),
                []
            ),
            CasePaper.ScopingForm => Of("scoping-form", _documents.ScopingForm(file, file.Review.Agency(key)!, _clock.Today)),
            CasePaper.Return => Of($"return-{key}", CaseDocuments.Return(file, file.Review.Agency(key)!)),
            CasePaper.Referral or CasePaper.JoinedReferral => Of("referral", CaseDocuments.Referral(file)),
            CasePaper.Chronology => Of("chronology", _documents.Chronology(file, _clock.Today)),
            CasePaper.Report => Of("report", _documents.Report(file, Corrects(file))),
            CasePaper.PanelLetter => SendReport.LetterMissing(file) is var missing && !missing.IsEmpty
                ? new PaperEnd.NotDrawn(missing)
                : Letter("letter-to-panel", _documents.PanelLetter(file, Chair(file), _clock.Today, Corrects(file)), []),
            CasePaper.Notification or CasePaper.Minutes or CasePaper.Pack or CasePaper.SecuredFolder or CasePaper.Kept =>
                throw new InvalidOperationException("It lies elsewhere and is not made here."),
        };

        PaperEnd Letter(string name, LetterDrawing drawing, ImmutableList<string> missing) =>
            drawing switch
            {
                LetterDrawing.Drawn drawn => Of(name, drawn.File),
                LetterDrawing.NotDrawn undrawn => new PaperEnd.NotDrawn([.. missing, .. undrawn.Reasons]),
                _ => throw new InvalidOperationException("An unknown letter."),
            };
    }

    private static DateOnly? Corrects(CaseFile file) => ReportSending.Of(file) is [.., var last] ? London.DateOf(last.At) : null;

    private string Chair(CaseFile file) =>
        _people.Actors(_clock.Today).Find(person => person.RolesFor(file).Contains(Role.Chair))?.Display ?? "Chair";
}
