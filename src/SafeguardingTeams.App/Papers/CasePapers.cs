using System.Collections.Immutable;
using SafeguardingTeams.App.Carriers;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>The documents of a case, made as it is now, for who may read them; every reading is recorded first (F1).</summary>
public sealed class CasePapers(IRows rows, Visits visits, ReadAudit audit, CaseDocuments documents, IPeople people, LondonClock clock)
{
    /// <summary>The content type of every one of them.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Makes one. What is not there and what is not theirs gives the same answer.</summary>
    /// <param name="visit">Who, by the token.</param>
    /// <param name="id">The case.</param>
    /// <param name="paper">Which.</param>
    /// <param name="agency">The agency it is about, or the reference of the joined referral; empty where it is about none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<PaperEnd> ReadAsync(CardAction visit, CaseId id, CasePaper paper, string agency, CancellationToken cancellationToken)
    {
        if (await visits.OfAsync(visit, cancellationToken) is not { } press)
        {
            return new PaperEnd.NotThere();
        }

        var file = (await StoredCase.LoadAsync(rows, id, cancellationToken)).File;
        if (!May(paper, agency, file, press.Actor))
        {
            return new PaperEnd.NotThere();
        }

        await audit.RecordAsync(press, id, cancellationToken);
        if (paper != CasePaper.JoinedReferral)
        {
            return Drawn(file, paper, agency);
        }

        await audit.RecordAsync(press, CaseId.Parse(agency), cancellationToken);
        return Drawn((await StoredCase.LoadAsync(rows, CaseId.Parse(agency), cancellationToken)).File, CasePaper.Referral, "");
    }

    /// <summary>Who reads what: letter and form the agency they go to and who sends them, returns as B12 has it, report and letter (v) who decides on them.</summary>
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
            CasePaper.Report or CasePaper.PanelLetter => file.Review.SentAt is not null && Is(Role.Operations, Role.Chair, Role.Scrutineer, Role.LeadLocalAuthority, Role.LeadPolice, Role.LeadHealth),
        };
    }

    private PaperEnd Drawn(CaseFile file, CasePaper paper, string key)
    {
        PaperEnd Of(string name, ReadOnlyMemory<byte> bytes) => new PaperEnd.Drawn($"{file.Id}-{name}.docx", bytes);
        return paper switch
        {
            CasePaper.ScopingLetter => Letter("letter", documents.ScopingLetter(file, file.Review.Agency(key)!, Chair(file), clock.Today), []),
            CasePaper.ScopingForm => Of("scoping-form", documents.ScopingForm(file, file.Review.Agency(key)!, clock.Today)),
            CasePaper.Return => Of($"return-{key}", CaseDocuments.Return(file, file.Review.Agency(key)!)),
            CasePaper.Referral or CasePaper.JoinedReferral => Of("referral", CaseDocuments.Referral(file)),
            CasePaper.Chronology => Of("chronology", documents.Chronology(file, clock.Today)),
            CasePaper.Report => Of("report", documents.Report(file)),
            CasePaper.PanelLetter => SendReport.LetterMissing(file) is var missing && !missing.IsEmpty ? new PaperEnd.NotDrawn(missing) : Letter("letter-to-panel", documents.PanelLetter(file, Chair(file), clock.Today), []),
        };

        PaperEnd Letter(string name, LetterDrawing drawing, ImmutableList<string> missing) => drawing switch
        {
            LetterDrawing.Drawn drawn => Of(name, drawn.File),
            LetterDrawing.NotDrawn undrawn => new PaperEnd.NotDrawn([.. missing, .. undrawn.Reasons]),
            _ => throw new InvalidOperationException("An unknown letter."),
        };
    }

    private string Chair(CaseFile file) => people.Actors(clock.Today).Find(person => person.RolesFor(file).Contains(Role.Chair))?.Display ?? "Chair";
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
}

/// <summary>What came of asking for a document.</summary>
public abstract record PaperEnd
{
    private PaperEnd()
    {
    }

    /// <summary>The document.</summary>
    /// <param name="Name">The case reference and what it is.</param>
    /// <param name="Bytes">A Word file.</param>
    public sealed record Drawn(string Name, ReadOnlyMemory<byte> Bytes) : PaperEnd;

    /// <summary>It cannot be made yet.</summary>
    /// <param name="Reasons">What is missing, in plain words.</param>
    public sealed record NotDrawn(ImmutableList<string> Reasons) : PaperEnd;

    /// <summary>There is none, or none for them.</summary>
    public sealed record NotThere : PaperEnd;
}
