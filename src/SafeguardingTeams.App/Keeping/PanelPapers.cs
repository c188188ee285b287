using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Keeping;

/// <summary>
/// Report and letter of one sending to the national Panel, drawn from the case as it was then: once, by whoever needs them first, the
/// mail, the folder or somebody who opens them (B21, B22).
/// </summary>
internal sealed class PanelPapers(PartnershipWords words, CaseDocuments documents, IPeople people, LondonClock clock, KeptDocuments keeping)
{
    /// <summary>The sending a mail or document is about; null where there is none.</summary>
    internal static ReportSending? SendingOf(CaseFile file, Topic about) => ReportSending.Of(file).Find(sending => sending.About == about);

    /// <summary>Letter, then report, of a sending; or what is missing.</summary>
    internal (ImmutableList<Drawing> Drawings, string Missing) Of(CaseFile file, ReportSending sending)
    {
        var then = sending.AsSent(file);
        var suffix = sending.Which == 0 ? "" : $"-correction-{sending.Which.ToString(CultureInfo.InvariantCulture)}";
        var isKept = KeptFile.Of(file, Occasion(sending), words.PanelEmail).Any();
        var missing = isKept ? [] : SendReport.LetterMissing(then);
        var letter =
            isKept || !missing.IsEmpty ? null : documents.PanelLetter(then, Chair(then), London.DateOf(sending.At), Corrects(sending));
        missing = letter is LetterDrawing.NotDrawn undrawn ? [.. undrawn.Reasons] : missing;
        return missing.IsEmpty
            ? (
                [
                    new(KeptKind.PanelLetter, "", $"{file.Id}-letter-to-panel{suffix}.docx", () => ((LetterDrawing.Drawn)letter!).File),
                    new(KeptKind.Report, "", $"{file.Id}-report{suffix}.docx", () => documents.Report(then, Corrects(sending))),
                ],
                ""
            )
            : ([], $"The letter to the Panel cannot be made: {string.Join(" ", missing)}");
    }

    /// <summary>The kept file of a sending; or what is missing.</summary>
    /// <exception cref="KeptFileException">It is not there, or not what was recorded.</exception>
    internal async Task<(KeptBytes? File, string Missing)> KeptAsync(
        CaseFile file,
        ReportSending sending,
        KeptKind kind,
        CancellationToken cancellationToken
    )
    {
        var (drawings, missing) = Of(file, sending);
        return missing.Length > 0
            ? (null, missing)
            : (
                (await keeping.KeepAsync(file, Occasion(sending), words.PanelEmail, drawings, cancellationToken)).Find(kept =>
                    kept.Document.Kind == kind
                ),
                ""
            );
    }

    /// <summary>Names what left with a mail, the same at each try.</summary>
    internal static string Occasion(MailKind kind, Topic about) => about.IsNone ? $"{kind}" : $"{kind}.{about}";

    private static string Occasion(ReportSending sending) => Occasion(MailKind.ReportToPanel, sending.About);

    private static DateOnly? Corrects(ReportSending sending) => sending.CorrectionOf is { } before ? London.DateOf(before) : null;

    private string Chair(CaseFile file) =>
        people.Actors(clock.Today).Find(person => person.RolesFor(file).Contains(Role.Chair))?.Display ?? "Chair";
}
