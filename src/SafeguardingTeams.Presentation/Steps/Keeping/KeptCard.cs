using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Keeping;

/// <summary>What left the house and when, each file to be opened as it left (B21, F1).</summary>
public static class KeptCard
{
    private const int OnPage = 4;

    /// <summary>The list, the newest first.</summary>
    /// <param name="page">From 0.</param>
    public static AdaptiveCard List(CaseFile file, int page, Notice? notice, CardContext context)
    {
        var all = KeptFile.Of(file).Reverse().ToList();
        var shown = all.Skip(Math.Max(0, page) * OnPage).Take(OnPage).ToList();
        return Card([
            Top(notice),
            Reference(file),
            Heading("What left and when"),
            Say(
                all.Count == 0
                    ? "Nothing has left yet that is kept here."
                    : $"{Count(all.Count, "file", "files")}, the newest first. Each opens as it left; a file that is no longer what it was "
                        + "says so and is not shown."
            ),
            .. InRows([
                .. shown.Select(kept =>
                    Link(
                        context,
                        $"Open: {What(kept.Document)}",
                        $"documents/{Code(file.Id)}/kept/{kept.Number.ToString(CultureInfo.InvariantCulture)}"
                    )
                ),
                all.Count > (Math.Max(0, page) + 1) * OnPage
                    ? Go(file, context, "Earlier", Verbs.Kept, ("page", (Math.Max(0, page) + 1).ToString(CultureInfo.InvariantCulture)))
                    : null,
                ToTheCase(file, context),
            ]),
            .. file
                .Review.DeadLettered.Where(one => one.Key.StartsWith(KeptFile.Subject, StringComparison.Ordinal))
                .Select(one => Fact("Not as it left", one.Value.Why)),
            .. shown.SelectMany(kept =>
                new Element[]
                {
                    Subheading(Sentence(What(kept.Document))),
                    Fact("To", kept.Document.To),
                    Fact("When", Moment(kept.At)),
                    Fact("File", $"{kept.Document.Name} ({Mark(kept.Document)})"),
                }
            ),
        ]);
    }

    /// <summary>What it is, and of which agency.</summary>
    internal static string What(KeptDocument document)
    {
        var what = What(document.Kind);
        return document.About.Length > 0 ? $"{what}, {document.About}" : what;
    }

    /// <summary>What it is.</summary>
    internal static string What(KeptKind kind) =>
        kind switch
        {
            KeptKind.ScopingLetter => "letter to an agency",
            KeptKind.ScopingForm => "scoping form",
            KeptKind.Report => "report",
            KeptKind.PanelLetter => "letter to the Panel",
            KeptKind.PackPaper => "paper of the meeting",
            KeptKind.GroupAgenda => "agenda",
            KeptKind.MinutesToChair => "draft minutes, to the Chair",
            KeptKind.DraftMinutes => "draft minutes",
            KeptKind.ApprovedMinutes => "minutes as approved",
            KeptKind.Evidence => "evidence",
            KeptKind.ReviewReport => "final report of a review",
            KeptKind.OutsideLetter => "letter about a review",
            KeptKind.Briefing => "briefing",
            KeptKind.GroupReport => "report of the group",
            KeptKind.GroupReportFigures => "figures of a report of the group",
            KeptKind.DisposalCertificate => "certificate of disposal",
        };

    /// <summary>The beginning of its fingerprint, by which people tell files apart.</summary>
    internal static string Mark(KeptDocument document) => $"fingerprint {document.Sha256[..8]}";
}
