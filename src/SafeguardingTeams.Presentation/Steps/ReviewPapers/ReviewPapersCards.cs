using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewPapers;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Keeping;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewPapers;

/// <summary>A kept file of what a review is about, as it is offered to be agreed.</summary>
/// <param name="Record">The record that keeps it.</param>
public sealed record OfferedPaper(RecordRef Record, KeptFile Kept)
{
    /// <summary>How a choice names it.</summary>
    public string Key => $"{Record}.{Kept.Number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>As it is agreed; its number is given then.</summary>
    public AgreedPaper Paper => new(0, Record, Kept.Document.Name, Kept.Document.Sha256);
}

/// <summary>Which papers those appointed to a review may read (C9).</summary>
public static class ReviewPapersCards
{
    /// <summary>How many papers stand on the card of who reviews; the form has all.</summary>
    private const int Shown = 8;

    /// <summary>How many are offered: those agreed, then the newest.</summary>
    private const int Offered = 60;

    /// <summary>Agree which they may read.</summary>
    /// <param name="kept">What is kept of what the review is about, as far as whoever looks may read it, oldest first.</param>
    public static AdaptiveCard Agree(ReviewFile file, IReadOnlyList<OfferedPaper> kept, Filled filled, CardContext context)
    {
        bool IsAgreed(OfferedPaper one) => file.Papers.Exists(paper => paper.Record == one.Record && paper.Is(one.Kept));
        var offered = kept.DistinctBy(one => one.Paper).Reverse().OrderByDescending(IsAgreed).Take(Offered).ToList();
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Which papers may they read?",
            "Those appointed may read the papers you choose, and the terms of reference once they are approved. Who has an address is "
                + "asked in as a guest and reads these here, and nothing else. Each opens on its case, under \"What left and when\".",
            offered.Count == 0
                ?
                [
                    Fact(
                        "To choose from",
                        "nothing is kept of what this review is about. Record it, and the terms of reference alone are agreed."
                    ),
                ]
                : GroupForm.ChooseSeveral(
                    filled,
                    context,
                    "papers",
                    "Papers they may read (none: only the terms of reference)",
                    offered.Select(one => new InputChoice(Title(one), one.Key)),
                    string.Join(',', offered.Where(IsAgreed).Select(one => one.Key))
                ),
            ReviewRecordForm.Send(context, "Record it", Verbs.ReviewPapersAgree, Step.AgreeReviewPapers, file)
        );
    }

    /// <summary>What is agreed, on the card of who reviews; nothing before it was.</summary>
    internal static IEnumerable<Element> Facts(ReviewFile file) =>
        file.PapersChanged == 0
            ? []
            :
            [
                Subheading(ReviewPermissions.PapersAreOpen(file) ? "Papers agreed for them" : "Papers agreed before, not open now") with
                {
                    Spacing = "large",
                },
                Fact(
                    "Terms of reference",
                    file.Terms.Approved is { } terms
                        ? $"version {terms.Number.ToString(CultureInfo.InvariantCulture)}, which the leads approve"
                        : "once the leads approve them"
                ),
                .. ReviewPermissions.PapersAreOpen(file)
                    ? Array.Empty<Element>()
                    : [SmallLine("The review was published, ended or closed since: they are read again once they are agreed anew.")],
                .. file
                    .Papers.Take(Shown)
                    .Select(paper => Fact($"Paper {paper.Number.ToString(CultureInfo.InvariantCulture)}", paper.Name)),
                .. file.Papers.Count > Shown
                    ? [SmallLine($"{Written.Count(file.Papers.Count - Shown, "more is", "more are")} agreed.")]
                    : Array.Empty<Element>(),
            ];

    private static string Title(OfferedPaper one) =>
        $"{Written.Sentence(KeptCard.What(one.Kept.Document))}: {one.Kept.Document.Name}, {Written.Moment(one.Kept.At)}";
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    /// <summary>How many names stand on one line of the timeline.</summary>
    private const int Named = 10;

    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>().Line<ReviewPapersAgreed>(
            (agreed, _) =>
                (
                    agreed.Papers.IsEmpty
                        ? "Those appointed may read the terms of reference alone"
                        : $"Those appointed may read the terms of reference and {Written.Count(agreed.Papers.Count, "paper", "papers")}",
                    string.Join(", ", agreed.Papers.Take(Named).Select(paper => paper.Name))
                        + (agreed.Papers.Count > Named ? " and more" : "")
                )
        );

    internal static StepTexts<ReviewFile> Messages { get; } =
        new StepTexts<ReviewFile>().Message(CardKind.ReviewPapersReady, asked =>
            asked.File.People.Find(person => person.Number == asked.About.AppointedAs) is { } person
            && ReviewPermissions.PartsOf(asked.File, person.PersonId).Contains(person)
                ? (
                    "Papers are ready for you",
                    "You are appointed to a review, and papers are agreed for you to read. Open it to read them: you see them and nothing "
                        + "else of the review."
                )
                : (
                    "The papers are closed",
                    "What was agreed for you to read is not open any more: the review or your appointment has ended, or it has to be "
                        + $"agreed anew. If that is a mistake, tell {asked.Words.OperationsName}."
                )
        );

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [new(132, Step.AgreeReviewPapers, Verbs.ReviewPapersAgree, (_, _) => "Agree the papers") { Part = ReviewPart.People }];
}
