using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDetails;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ReviewDetails;

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<ReviewDetailRequested>(
                (asked, _) =>
                    (
                        $"Request {asked.Number} to {asked.Body.Name}, by {Written.ShortDay(asked.Due.DueDay)}, about "
                            + DetailWording.Period(asked.Ask),
                        $"{asked.Ask.Asked} Why: {asked.Ask.Why} Legal basis: {asked.Ask.Basis}"
                    )
            )
            .Line<ReviewDetailAnswered>(
                (answered, file) =>
                    (
                        $"{Name(file, answered.Number)} on request {answered.Number}: "
                            + $"{(answered.Reply == DetailReply.Given ? "gives what is asked" : "holds nothing")}, "
                            + Written.ShortDay(answered.On),
                        answered.Text
                            + (answered.Where.Length > 0 ? $" Where: {answered.Where}" : "")
                            + (answered.Verified.Length > 0 ? $" Verified: {answered.Verified}" : "")
                    )
            )
            .Line<ReviewDetailReturned>(
                (returned, file) =>
                    (
                        $"{Name(file, returned.Number)} was asked again on request {returned.Number}, by "
                            + Written.ShortDay(returned.Due.DueDay),
                        returned.Missing
                    )
            )
            .Line<ReviewDetailTakenBack>(
                (back, file) => ($"Request {back.Number} to {Name(file, back.Number)} was taken back", back.Reason)
            );

    internal static StepTexts<ReviewFile> Messages { get; } =
        new StepTexts<ReviewFile>()
            .Message(CardKind.ReviewDetailAsked, asked => Asks(asked.File, asked.About))
            .Message(CardKind.ReviewDetailAnswered, asked => Answers(asked.File, asked.About));

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [
        new(70, Step.RequestDetail, Verbs.ReviewDetailAsk, (_, _) => "Ask agencies") { Part = ReviewPart.Details },
        new(72, Step.AnswerDetail, Verbs.ReviewDetailAnswer, (_, _) => "Record an answer") { Part = ReviewPart.Details },
        new(74, Step.ReturnDetail, Verbs.ReviewDetailReturn, (_, _) => "Ask again") { Part = ReviewPart.Details },
        new(76, Step.TakeBackDetail, Verbs.ReviewDetailBack, (_, _) => "Take a request back") { Part = ReviewPart.Details },
    ];

    private static (string, string) Asks(ReviewFile file, Topic about) =>
        file.IsOver
        || file.Details.Find(one => one.IsOpen && one.Body.AgencyId == about.Name && one.Asked[^1] == about.Number) is not { } there
            ? ("Nothing more is asked here", "This is answered or taken back, or your agency is asked in another message.")
            : (
                there.Missing.Length > 0 ? "A review asks again" : "A review asks your agency",
                $"A review asks {there.Body.Name} for what it needs, by {Written.Day(DetailWording.Due(file, there))}. "
                    + "Open it to read what, why and on which legal basis, and to answer. That nothing is held is an answer too."
            );

    private static (string, string) Answers(ReviewFile file, Topic about) =>
        file.Details.Find(one => one.Body.AgencyId == about.Name && one.Heard.Contains(about.Number ?? 0)) is not { } there
        || there.Heard[^1] != about.Number
        || !there.IsAnswered
            ? ("This answer is not the last word", "The agency was asked again since, or has answered anew. Open it to read how it stands.")
            : (
                "An answer for a review",
                $"{there.Body.Name} has answered request {there.Number} of a review. Open it to read the answer, and to ask again if it "
                    + "is not whole."
            );

    private static string Name(ReviewFile file, int number) => file.Details.Find(one => one.Number == number)?.Body.Name ?? "an agency";
}
