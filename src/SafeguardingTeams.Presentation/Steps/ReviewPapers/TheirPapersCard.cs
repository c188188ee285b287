using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps.ReviewTerms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewPapers;

/// <summary>
/// What somebody appointed to a review reads (C9): their part, the agreed papers, and the terms of reference as all three leads approved
/// them. Nothing else of the review: neither its title nor what it is about, nor who else is appointed (F2).
/// </summary>
public static class TheirPapersCard
{
    /// <summary>How much of a paper's name stands on its button.</summary>
    private const int LongestName = 40;

    /// <summary>The card, to who reads them.</summary>
    /// <param name="parts">What they are appointed for.</param>
    /// <param name="page">The page of the terms of reference, from 0.</param>
    public static AdaptiveCard Draw(ReviewFile file, IReadOnlyList<ReviewPersonRole> parts, int page, CardContext context)
    {
        var isSecond = page > 0;
        return Card([
            Text(Small($"Review {OnScreen.Reference(file.Ref)}")),
            Heading("Papers for you to read") with
            {
                Spacing = "none",
            },
            Text(Plain($"{ReviewRecordWording.Of(file.Plan!.Kind)}. You are appointed as {ReviewRecordWording.AsOf(parts)}.")) with
            {
                Spacing = "small",
            },
            .. file.Papers.IsEmpty
                ? [Say("No papers are agreed beside the terms of reference.")]
                : ReviewParts.InRows(
                    file.Papers.Select(paper =>
                        ReviewParts.Link(
                            context,
                            Title(paper),
                            $"documents/{Written.Code(file.Ref)}/papers/{paper.Number.ToString(CultureInfo.InvariantCulture)}"
                        )
                    )
                ),
            .. Terms(file.Terms.Approved, isSecond),
            Buttons(
                file.Terms.Approved is null
                    ? null
                    : ReviewRecordForm.Key(
                        context,
                        isSecond ? "First page of the terms" : "Second page of the terms",
                        Verbs.ReviewPapersTheirs,
                        file,
                        ("page", isSecond ? "0" : "1")
                    ),
                ReviewPermissions.RecommendationsOf(file, context.Viewer).Any()
                    ? ReviewRecordForm.Key(context, "Recommendations", Verbs.ReviewTheirs, file)
                    : null,
                ReviewPermissions.DetailsOf(file, context.Viewer).Any()
                    ? ReviewRecordForm.Key(context, "Requests to your agency", Verbs.ReviewDetailTheirs, file)
                    : null,
                Button(context, "Home", Verbs.Home)
            ),
            SmallLine(
                "You are shown nothing else of the review, and each time you open something is recorded. It ends with your appointment, or "
                    + $"with the review. Do not pass it on. If something is missing, tell {context.Words.OperationsName}, "
                    + $"{context.Words.OperationsTelephone}, {context.Words.OperationsEmail}."
            ),
        ]);
    }

    private static IEnumerable<Element> Terms(TermsVersion? approved, bool isSecond) =>
        [
            Subheading("Terms of reference") with
            {
                Spacing = "large",
            },
            .. approved is null
                ? [Say("The leads have not approved any yet.")]
                : (isSecond ? ReviewTermsCards.Second : ReviewTermsCards.First)
                    .Select(part => Fact(TermsWording.Of(part), approved.Texts.Find(one => one.Part == part)?.Text ?? "not written"))
                    .Prepend(
                        Fact(
                            "Version",
                            $"{approved.Number.ToString(CultureInfo.InvariantCulture)}, approved on "
                                + $"{Written.ShortDay(approved.AnsweredOn!.Value)}; page {(isSecond ? "2" : "1")} of 2"
                        )
                    ),
        ];

    /// <summary>Its number and what it is, without the reference of the record that keeps it.</summary>
    private static string Title(AgreedPaper paper)
    {
        var name = Path.GetFileNameWithoutExtension(paper.Name);
        var what = name.StartsWith($"{paper.Record}-", StringComparison.Ordinal) ? name[(paper.Record.ToString().Length + 1)..] : name;
        return $"Paper {paper.Number.ToString(CultureInfo.InvariantCulture)}: {Inputs.Cut(what.Replace('-', ' '), LongestName)}";
    }
}
