using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewDetails;

/// <summary>
/// What a review asks of an agency, to that agency (C23): what, why, the period, the legal basis, by when, and its own answer. Nothing
/// else of the review: neither its title nor what it is about, nor what other agencies are asked (F2).
/// </summary>
public static class TheirDetailCard
{
    /// <summary>The key that says which request.</summary>
    public const string Number = "number";

    /// <summary>The request, to who may read it.</summary>
    /// <param name="theirs">All to this person's agency.</param>
    /// <param name="number">Which; the first that waits, where there is none of that number.</param>
    public static AdaptiveCard Draw(
        ReviewFile file,
        IReadOnlyList<DetailRequest> theirs,
        int number,
        Notice? notice,
        Filled filled,
        CardContext context
    )
    {
        var there = theirs.FirstOrDefault(one => one.Number == number) ?? theirs.FirstOrDefault(one => one.IsOpen) ?? theirs[0];
        var next = theirs.Count == 1 ? null : theirs[(theirs.ToList().IndexOf(there) + 1) % theirs.Count];
        var answers = ReviewPermissions.AnswersDetails(file, context.Viewer);
        return Card([
            Top(notice),
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Text(Small($"Review {OnScreen.Reference(file.Ref)}")),
            Heading(Says(file, there, context)) with
            {
                Spacing = "none",
            },
            Text(Plain(Asks(file, there, theirs, context))) with
            {
                Spacing = "small",
            },
            .. DetailCards.Asked(there),
            .. there.Answer is { } answer
                ? [Fact(there.IsAnswered ? "Your agency's answer" : "Your agency's answer before", DetailWording.Of(answer))]
                : Array.Empty<Element>(),
            .. answers ? DetailForms.Answers(there.Answer, filled, context) : [],
            Buttons(
                answers
                    ? ReviewRecordForm
                        .Does(
                            context,
                            there.IsAnswered ? "Change the answer" : "Send the answer",
                            Verbs.ReviewDetailTheirs,
                            Step.AnswerDetail,
                            file,
                            (Number, Digits(there.Number)),
                            ("seen", Digits(there.Round))
                        )
                        .Main()
                    : null,
                next is null
                    ? null
                    : ReviewRecordForm.Key(context, "Next request", Verbs.ReviewDetailTheirs, file, (Number, Digits(next.Number))),
                ReviewPermissions.RecommendationsOf(file, context.Viewer).Any()
                    ? ReviewRecordForm.Key(context, "Recommendations", Verbs.ReviewTheirs, file)
                    : null,
                Button(context, "My tasks", Verbs.MyTasks),
                Button(context, "Home", Verbs.Home)
            ),
        ]);
    }

    private static string Says(ReviewFile file, DetailRequest there, CardContext context) =>
        there.IsAnswered ? "Answered"
        : file.IsOver ? "Nothing more is asked"
        : there.Missing.Length > 0 ? "Something is missing"
        : DetailWording.IsLate(file, there, context.Today) ? "Late: your agency's answer"
        : "A review asks your agency";

    private static string Asks(ReviewFile file, DetailRequest there, IReadOnlyList<DetailRequest> theirs, CardContext context)
    {
        var of = context.Viewer.AgencyName;
        var more = theirs.Count(one => one.IsOpen && one != there) is > 0 and var count
            ? $" {Written.Count(count, "more request waits", "more requests wait")} for its answer."
            : "";
        return file.IsOver ? "The review does not go on: nothing more is asked of anybody."
            : there.IsAnswered ? $"{of} has answered request {there.Number}.{more}"
            : $"A review asks {of} for what it needs, request {there.Number}: by {DetailWording.By(file, there)}. That nothing is held is "
                + $"an answer too.{more}";
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
