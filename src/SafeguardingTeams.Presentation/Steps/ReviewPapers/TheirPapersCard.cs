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
    /// <summary>The key that says which page of the terms of reference.</summary>
    public const string TermsPage = "terms";

    /// <summary>How many papers stand on a page.</summary>
    private const int OnPage = 3;

    /// <summary>How much of a paper's name stands on its button.</summary>
    private const int LongestName = 40;

    /// <summary>The card, to who reads them.</summary>
    /// <param name="parts">What they are appointed for.</param>
    /// <param name="page">The page of the papers, from 0.</param>
    /// <param name="terms">The page of the terms of reference, from 1; 0 for the papers.</param>
    public static AdaptiveCard Draw(ReviewFile file, IReadOnlyList<ReviewPersonRole> parts, int page, int terms, CardContext context) =>
        Card([
            Text(Small($"Review {OnScreen.Reference(file.Ref)}")),
            .. file.Terms.Approved is { } approved && terms > 0
                ? Terms(file, approved, terms > 1, context)
                : Papers(file, parts, Math.Max(0, page), context),
        ]);

    private static IEnumerable<Element?> Papers(ReviewFile file, IReadOnlyList<ReviewPersonRole> parts, int page, CardContext context)
    {
        var shown = file.Papers.Skip(page * OnPage).Take(OnPage).ToList();
        var next = file.Papers.Count > (page + 1) * OnPage ? page + 1 : 0;
        return
        [
            Heading("Papers for you to read") with
            {
                Spacing = "none",
            },
            Text(Plain($"{ReviewRecordWording.Of(file.Plan!.Kind)}. You are appointed as {ReviewRecordWording.AsOf(parts)}.")) with
            {
                Spacing = "small",
            },
            Fact(
                "Papers",
                file.Papers.IsEmpty ? "none beside the terms of reference"
                    : file.Papers.Count <= OnPage ? Written.Count(file.Papers.Count, "paper", "papers")
                    : $"{Digits(file.Papers.Count)} papers; here {Digits(page * OnPage + 1)} to {Digits(page * OnPage + shown.Count)}"
            ),
            Fact("Terms of reference", file.Terms.Approved is { } terms ? Version(terms) : "the leads have not approved any yet"),
            Buttons([
                .. shown.Select(paper =>
                    ReviewParts.Link(context, Title(paper), $"documents/{Written.Code(file.Ref)}/papers/{Digits(paper.Number)}")
                ),
                file.Papers.Count > OnPage ? Go(file, context, next == 0 ? "First papers" : "More papers", "page", next) : null,
                file.Terms.Approved is null ? null : Go(file, context, "Terms of reference", TermsPage, 1),
                Button(context, "Home", Verbs.Home),
                ReviewPermissions.RecommendationsOf(file, context.Viewer).Any()
                    ? ReviewRecordForm.Key(context, "Recommendations", Verbs.ReviewTheirs, file).BehindMore()
                    : null,
                ReviewPermissions.DetailsOf(file, context.Viewer).Any()
                    ? ReviewRecordForm.Key(context, "Requests to your agency", Verbs.ReviewDetailTheirs, file).BehindMore()
                    : null,
            ]),
            SmallLine(
                "You are shown nothing else of the review, and each time you open something is recorded. It ends with your appointment, or "
                    + $"with the review. Do not pass it on. If something is missing, tell {context.Words.OperationsName}, "
                    + $"{context.Words.OperationsTelephone}, {context.Words.OperationsEmail}."
            ),
        ];
    }

    private static IEnumerable<Element?> Terms(ReviewFile file, TermsVersion approved, bool isSecond, CardContext context) =>
        [
            Heading("Terms of reference") with
            {
                Spacing = "none",
            },
            Text(Plain($"{Written.Sentence(Version(approved))}. Page {(isSecond ? "2" : "1")} of 2.")) with
            {
                Spacing = "small",
            },
            Buttons(
                Go(file, context, isSecond ? "First page" : "Second page", TermsPage, isSecond ? 1 : 2),
                Go(file, context, "The papers", "page", 0),
                Button(context, "Home", Verbs.Home)
            ),
            .. (isSecond ? ReviewTermsCards.Second : ReviewTermsCards.First).Select(part =>
                Fact(TermsWording.Of(part), approved.Texts.Find(one => one.Part == part)?.Text ?? "not written")
            ),
        ];

    private static string Version(TermsVersion approved) =>
        $"version {Digits(approved.Number)}, approved on {Written.ShortDay(approved.AnsweredOn!.Value)}";

    private static ActionExecute Go(ReviewFile file, CardContext context, string title, string key, int page) =>
        ReviewRecordForm.Key(context, title, Verbs.ReviewPapersTheirs, file, (key, Digits(page)));

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Its number and what it is, without the reference of the record that keeps it.</summary>
    private static string Title(AgreedPaper paper)
    {
        var name = Path.GetFileNameWithoutExtension(paper.Name);
        var what = name.StartsWith($"{paper.Record}-", StringComparison.Ordinal) ? name[(paper.Record.ToString().Length + 1)..] : name;
        return $"Paper {Digits(paper.Number)}: {Inputs.Cut(what.Replace('-', ' '), LongestName)}";
    }
}
