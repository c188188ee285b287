using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ActionAgreement;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;

namespace SafeguardingTeams.Tests;

/// <content>What it recommends, and what the bodies answer (C18).</content>
internal sealed partial class ReviewStory
{
    internal static readonly AddressedBody Trust = new("trust", "Trust");

    internal static readonly AddressedBody Police = new("police", "Metropolitan Police");

    /// <summary>Who sits in the group for the police.</summary>
    internal static Actor PoliceMember { get; } =
        CaseStory.Person("member-police", Role.GroupMember) with
        {
            AgencyId = "police",
            AgencyName = "Metropolitan Police",
        };

    internal static RecommendationPlan Recommended(params IEnumerable<AddressedBody> bodies) =>
        new(
            "Have every discharge of a baby with a bruise agreed by two agencies.",
            "Three agencies saw the bruises, and none asked the others.",
            "No baby goes home before those who know the family have spoken.",
            [.. bodies.DefaultIfEmpty(Trust)],
            []
        );

    internal static MakeReviewRecommendation Recommends(params IEnumerable<AddressedBody> bodies) =>
        new(Id, Recommended(bodies), ["theme-1"], [CaseStory.Id]);

    internal static ChangeReviewRecommendation Changes(int number = 1) =>
        new(
            Id,
            number,
            Recommended(Trust, Police) with
            {
                Text = "Have every discharge of a baby with an injury agreed by two agencies.",
            },
            [],
            "The leads asked for it.",
            [CaseStory.Id]
        );

    internal static AnswerReviewRecommendation Answers(
        RecommendationReply reply = RecommendationReply.Accepted,
        AddressedBody? body = null,
        int number = 1,
        string verified = ""
    ) =>
        new(
            Id,
            number,
            (body ?? Trust).AgencyId,
            reply,
            reply == RecommendationReply.Accepted ? "" : "We have no second agency at night.",
            new(2026, 11, 2),
            verified
        );

    /// <summary>An action agreed from it.</summary>
    internal static AgreeAction Agrees(string answer = "") =>
        new(ActionStory.Id, new(Id, "recommendation 1"), ActionStory.Plan()) { Answer = answer, Joined = [CaseStory.Id] };

    /// <summary>Two recommendations to two bodies, before its report is accepted.</summary>
    internal static ReviewStory Recommending() =>
        At(ReviewStage.UnderWay).Given(Recommends(Trust, Police), Operations).Given(Recommends(Police), Chair);

    /// <summary>The same, once the leads have accepted its report: the bodies are asked.</summary>
    internal static ReviewStory Asking() =>
        Partners.Leads.Aggregate(
            Recommending().WithTerms().Given(new Domain.Steps.ReviewReport.SubmitReviewReport(Id, Report), Operations),
            (story, lead) => story.Given(new Domain.Steps.ReviewReport.AcceptReviewReport(Id, true, ""), Lead(lead))
        );
}
