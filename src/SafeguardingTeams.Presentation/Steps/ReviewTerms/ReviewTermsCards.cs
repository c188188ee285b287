using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewTerms;

/// <summary>Terms of reference of a review: read, written on two pages, put before the leads, approved or sent back (C10).</summary>
public static class ReviewTermsCards
{
    /// <summary>The parts of the first page.</summary>
    public static ImmutableArray<TermsPart> First { get; } = [.. Enum.GetValues<TermsPart>().Take(6)];

    /// <summary>The parts of the second.</summary>
    public static ImmutableArray<TermsPart> Second { get; } = [.. Enum.GetValues<TermsPart>().Skip(6)];

    /// <summary>The parts of a page, as they stand; with where they stand with the leads.</summary>
    public static AdaptiveCard Read(ReviewFile file, int page, CardContext context)
    {
        var terms = file.Terms;
        var isSecond = page > 0;
        return ReviewRecordForm.Draw(
            file,
            Filled.Nothing,
            context,
            "Terms of reference",
            $"{Written.Sentence(TermsWording.Of(terms))}. Whoever reads the review reads them.",
            [
                Buttons([
                    .. ReviewRecordText
                        .Offered(ReviewPart.Terms, file, context)
                        .Select(button => ReviewRecordForm.Key(context, button.Title(file, context), button.Verb, file)),
                    ReviewRecordForm.Key(
                        context,
                        isSecond ? "First page" : "Second page",
                        Verbs.ReviewTerms,
                        file,
                        ("page", isSecond ? "0" : "1")
                    ),
                    terms.Read.IsEmpty ? null : ReviewParts.Link(context, "As a Word file", $"documents/{Written.Code(file.Ref)}/terms"),
                ]),
                .. terms.Last is { Why.Length: > 0 } last ? [Fact($"Version {last.Number}, because", last.Why)] : Array.Empty<Element>(),
                .. Views(file),
                .. (isSecond ? Second : First).Select(part =>
                    Fact(TermsWording.Of(part), terms.Read.Find(one => one.Part == part)?.Text ?? "not written yet")
                ),
            ]
        );
    }

    /// <summary>Write the first page.</summary>
    public static AdaptiveCard Write(ReviewFile file, Filled filled, CardContext context) =>
        Page(file, filled, context, "1 of 2", First, Verbs.ReviewTermsWrite, "Save and go on");

    /// <summary>Write the second page.</summary>
    public static AdaptiveCard WriteOn(ReviewFile file, Filled filled, CardContext context) =>
        Page(file, filled, context, "2 of 2", Second, Verbs.ReviewTermsWriteOn, "Save");

    /// <summary>Put what is written before the leads.</summary>
    public static AdaptiveCard Submit(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "The terms, to the leads",
            file.Terms.Last is { } last
                ? $"This becomes version {(last.Number + 1).ToString(CultureInfo.InvariantCulture)}. All three leads answer anew."
                : "Each of the three leads approves them, or sends them back with the reason.",
            file.Terms.Last is null ? [] : GroupForm.Reason(filled, context, "What changes, and why?"),
            ReviewRecordForm.Send(context, "Put them before the leads", Verbs.ReviewTermsSubmit, Step.SubmitReviewTerms, file)
        );

    /// <summary>Approve them for one partner, or not: both ways are equal.</summary>
    public static AdaptiveCard Approve(ReviewFile file, Filled filled, CardContext context)
    {
        ActionExecute Way(string title, string approves) =>
            ReviewRecordForm.Does(context, title, Verbs.ReviewTermsApprove, Step.ApproveReviewTerms, file, ("approves", approves));
        var last = file.Terms.Last!;
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Do you approve the terms?",
            "All three leads approve the terms of reference, and they hold. One that does not sends them back with the reason. Read the "
                + "whole of them first.",
            [
                Fact("Version", $"{last.Number}, put before you on {Written.ShortDay(last.On)}"),
                .. last.Why.Length > 0 ? [Fact("Why it was changed", ReviewRecordText.Short(last.Why, 600))] : Array.Empty<Element>(),
                Fact(TermsWording.Of(TermsPart.Lines), last.Texts.Find(one => one.Part == TermsPart.Lines)!.Text),
                .. GroupForm.Reason(filled, context, "What should change? (needed where you do not approve)"),
            ],
            Way("Approve them", "yes"),
            Way("Do not approve them", "no"),
            ReviewRecordForm.Key(context, "Read the whole", Verbs.ReviewTerms, file)
        );
    }

    /// <summary>What was typed on a page.</summary>
    /// <param name="typed">What stands in a field.</param>
    public static ImmutableList<TermsText> Typed(ImmutableArray<TermsPart> page, Func<string, string> typed) =>
        [.. page.Select(part => new TermsText(part, typed(part.Field())))];

    private static AdaptiveCard Page(
        ReviewFile file,
        Filled filled,
        CardContext context,
        string page,
        ImmutableArray<TermsPart> parts,
        string verb,
        string saves
    ) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            $"Terms of reference, {page}",
            "Nobody is asked anything by this: put them before the leads once both pages are written.",
            parts.SelectMany(part =>
                GroupForm.Text(filled, context, part.Field(), TermsWording.Asks(part), TermsWording.Hint(part), file.Terms[part])
            ),
            ReviewRecordForm.Send(context, saves, verb, Step.WriteReviewTerms, file),
            ReviewRecordForm.Key(
                context,
                verb == Verbs.ReviewTermsWrite ? "Second page" : "First page",
                verb == Verbs.ReviewTermsWrite ? Verbs.ReviewTermsWriteOn : Verbs.ReviewTermsWrite,
                file
            )
        );

    private static IEnumerable<Element> Views(ReviewFile file) =>
        file.Terms.Last is not { State: not TermsState.Approved } ? [] : ReviewViews.Draw(file.Terms.Views);
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<ReviewTermsWritten>(
                (written, _) => ("Terms of reference written", string.Join(", ", written.Texts.Select(one => TermsWording.Of(one.Part))))
            )
            .Line<ReviewTermsSubmitted>(
                (submitted, _) => ($"Terms of reference, version {submitted.Number}, are before the leads", submitted.Why)
            )
            .Line<LeadSaidOfReviewTerms>(
                (said, _) =>
                    (
                        $"The lead of the {Clocks.Partner(said.Lead)} {(said.Approves ? "approves" : "does not approve")} the terms",
                        (said.Reason + ReviewViews.ByTelephone(said.Call)).TrimStart()
                    )
            )
            .Line<ReviewTermsApproved>((approved, _) => ($"All three leads approve the terms of reference, version {approved.Number}", ""))
            .Line<ReviewTermsReturned>((returned, _) => ($"The terms of reference, version {returned.Number}, went back", ""));

    internal static StepTexts<ReviewFile> Messages { get; } =
        new StepTexts<ReviewFile>()
            .Message(CardKind.ReviewTermsAsked, asked =>
                asked.File is { Stage: ReviewStage.UnderWay, Terms.AreWithLeads: true } file
                && asked.About == Topic.Round(file.Terms.Versions.Count)
                    ? (
                        "Do you approve the terms?",
                        "The terms of reference of a review are before the three leads. Open it to read them, and answer."
                    )
                    : ReviewRecordText.Over
            )
            .Message(CardKind.ReviewTermsAnswered, asked => asked.About != Topic.Round(asked.File.Terms.Versions.Count)
                    ? ReviewRecordText.Over
                    : asked.File.Terms.Last?.State switch
                    {
                        TermsState.Approved => (
                            "Terms of reference approved",
                            "All three leads approve the terms of reference of a review. Open it to see what comes next."
                        ),
                        TermsState.Returned => (
                            "Terms of reference went back",
                            "A lead does not approve the terms of reference of a review. Open it to read why."
                        ),
                        _ => ReviewRecordText.Over,
                    });

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [
        new(16, Step.ApproveReviewTerms, Verbs.ReviewTermsApprove, (_, _) => "Approve the terms, or not") { Part = ReviewPart.Terms },
        new(40, Step.SubmitReviewTerms, Verbs.ReviewTermsSubmit, (_, _) => "Put the terms before the leads") { Part = ReviewPart.Terms },
        new(41, Step.WriteReviewTerms, Verbs.ReviewTermsWrite, (file, _) =>
            file.Terms.Last is null ? "Write the terms" : "Change the terms"
        )
        {
            Part = ReviewPart.Terms,
        },
    ];
}
