using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDetails;
using SafeguardingTeams.Domain.Steps.ReviewReport;

namespace SafeguardingTeams.Tests;

/// <content>What agencies are asked for, and what they answer (C6, C23).</content>
internal sealed partial class ReviewStory
{
    internal static DetailAsk Detail { get; } =
        new(
            "The second line of enquiry: who knew of earlier bruises.",
            new(2024, 1, 1),
            new(2026, 9, 30),
            "Every contact with Child A before the injury, with what was recorded of it.",
            "Children Act 2004, section 16H"
        );

    internal static RequestDetail AskDetail(params IEnumerable<AddressedBody> bodies) =>
        new(Id, [.. bodies.DefaultIfEmpty(Trust)], Detail, null, [CaseStory.Id]);

    internal static AnswerDetail GiveDetail(int number = 1, DetailReply reply = DetailReply.Given, string verified = "") =>
        new(
            Id,
            number,
            reply,
            reply == DetailReply.Given ? "Four contacts, with the notes." : "The family was never known to us.",
            reply == DetailReply.Given ? "Sent by secure mail on 2 November" : "",
            new(2026, 11, 2),
            verified
        );

    internal static ReturnDetail ReturnsDetail(int number = 1) => new(Id, number, "The notes of the third contact.", null, [CaseStory.Id]);

    internal static TakeBackDetail TakesDetailBack(int number = 1) => new(Id, number, "The school has it all.");

    /// <summary>Terms of reference approved, and two agencies asked.</summary>
    internal static ReviewStory AskedForDetail() => At(ReviewStage.UnderWay).WithTerms().Given(AskDetail(Trust, Police), Operations);

    /// <summary>The same, at a later stage: both still wait, and a third has answered.</summary>
    internal static ReviewStory AskedForDetail(ReviewStage stage)
    {
        var story = AskedForDetail();
        if (stage >= ReviewStage.ReportWithLeads)
        {
            story.Given(new SubmitReviewReport(Id, Report), Operations);
        }

        if (stage >= ReviewStage.Accepted)
        {
            foreach (var lead in Partners.Leads)
            {
                story.Given(new AcceptReviewReport(Id, true, ""), Lead(lead));
            }
        }

        return stage >= ReviewStage.Concluded ? story.Published() : story;
    }
}
