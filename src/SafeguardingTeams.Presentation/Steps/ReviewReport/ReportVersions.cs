using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewReport;

/// <summary>The versions of the final report of a review that are kept here (C14, C15).</summary>
public static class ReportVersions
{
    /// <summary>The page on which one is added, before the review's reference.</summary>
    public const string Address = "review-report";

    private const int NewestShown = 3;

    /// <summary>What is said of a version: its name, size, when it was added.</summary>
    public static string Line(ReportVersion version) =>
        $"{version.Kept.Document.Name}, {FileWords.Size(version.Kept.Document.Length)}, {Written.Moment(version.Kept.At)}";

    /// <summary>
    /// The newest, and those that were accepted or sent, each to be opened, and the way to add another for who may; nothing before one.
    /// </summary>
    internal static IEnumerable<Element> Of(ReviewFile file, CardContext context)
    {
        var versions = ReportVersion.Of(file);
        var mayAdd = ReviewRules.MayTake(Step.AddReviewReport, file, context.Viewer);
        var shown = Shown(file, versions);
        return versions.IsEmpty
            ? []
            :
            [
                Subheading("The report as a file") with
                {
                    Spacing = "large",
                },
                .. shown.Select(one => Fact(Title(file, one), Line(one))),
                .. shown.Count < versions.Count ? [Aside($"Of {Number(versions.Count)} versions; all are kept.")] : Array.Empty<Element>(),
                Buttons([
                    .. shown
                        .Select(one => Open(file, one.Number, context))
                        .Append(mayAdd ? ReviewParts.Link(context, "Add a version", $"{Address}/{file.Ref}") : null)
                        .OfType<ActionOpenUrl>()
                        .Select((button, i) => i == 0 ? (CardButton)button : button.BehindMore()),
                ]),
            ];
    }

    /// <summary>The way to add the first, for who may; nothing once there is one.</summary>
    internal static IEnumerable<CardButton> First(ReviewFile file, CardContext context) =>
        file.ReportsAdded == 0 && ReviewRules.MayTake(Step.AddReviewReport, file, context.Viewer)
            ? [ReviewParts.Link(context, "Add the report as a file", $"{Address}/{file.Ref}")]
            : [];

    /// <summary>The way to a version.</summary>
    internal static ActionOpenUrl Open(ReviewFile file, int number, CardContext context) =>
        ReviewParts.Link(context, $"Open version {Number(number)}", $"documents/{file.Ref}/final-report/{Number(number)}");

    /// <summary>A choice for each version, the newest first.</summary>
    internal static IEnumerable<InputChoice> Choices(ReviewFile file) =>
        ReportVersion.Of(file).Reverse().Select(one => new InputChoice($"{Title(file, one)}: {Line(one)}", Number(one.Number)));

    private static ImmutableList<ReportVersion> Shown(ReviewFile file, ImmutableList<ReportVersion> versions) =>
        [
            .. versions
                .Where(one =>
                    one.Number > versions.Count - NewestShown || one.Number == file.ReportAccepted || one.Number == file.ReportPublished
                )
                .Reverse(),
        ];

    private static string Title(ReviewFile file, ReportVersion one)
    {
        string?[] what =
        [
            one.Number == file.ReportPut && file.Stage == ReviewStage.ReportWithLeads ? "before the leads" : null,
            one.Number == file.ReportAccepted ? $"accepted on {Written.ShortDay(file.AcceptedOn!.Value)}" : null,
            one.Number != file.ReportPublished ? null
            : file.Publication is { PublishedOn: { } day } ? $"published on {Written.ShortDay(day)}"
            : file.Told.Exists(told => told.Of == TellingOf.Report) ? "sent before publication"
            : "to be sent and published",
        ];
        var said = string.Join(", ", what.Where(text => text is not null));
        return said.Length > 0 ? $"Version {Number(one.Number)}, {said}" : $"Version {Number(one.Number)}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
