using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ActionAgreement;
using SafeguardingTeams.Presentation.Steps.ReviewRecommendations;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>What a review recommends, and what the bodies answer (C18).</content>
internal static partial class Gallery
{
    private static readonly IReadOnlyList<(string Id, string Name)> AddressedAgencies =
    [
        ("police", "Metropolitan Police"),
        ("trust", "Trust"),
        ("schools", "Schools"),
        ("icb", "Integrated Care Board"),
    ];

    internal static ReviewStory Answered =>
        ReviewStory
            .Asking()
            .Given(ReviewStory.Answers(), ActionStory.Member)
            .Given(
                ReviewStory.Answers(RecommendationReply.InPart, ReviewStory.Police, verified: "Their letter of that day."),
                ReviewStory.Operations
            );

    /// <summary>A recommendation filled to its limits, to as many bodies as there may be.</summary>
    private static ReviewStory RecommendedToTheBrim =>
        ReviewStory
            .Begun()
            .Given(
                new MakeReviewRecommendation(
                    Rev,
                    new(
                        Brim("Have it agreed. "),
                        Brim("Nobody asked. "),
                        Brim("They speak first. "),
                        [
                            ReviewStory.Trust,
                            .. Enumerable.Range(2, 7).Select(i => new AddressedBody($"agency-{i}", $"An agency with a long name, {i}")),
                        ],
                        []
                    ),
                    [],
                    [CaseStory.Id]
                ),
                ReviewStory.Operations
            )
            .Given(
                new Domain.Steps.ReviewReport.RecordFindings(Rev, "Half the records had no note.", new(2026, 11, 2)),
                ReviewStory.Operations
            );

    private static string Brim(string text) => string.Concat(Enumerable.Repeat(text, RecommendationPlan.LongestText / text.Length)).Trim();

    private static IEnumerable<(string Name, CardKind Kind, Topic About, ReviewFile File)> RecommendationMessages()
    {
        var asking = ReviewStory.Asking().File;
        yield return ("asked", CardKind.ReviewRecommendations, Topic.Agency("police", asking.Version), asking);
        yield return ("done", CardKind.ReviewRecommendations, Topic.Agency("trust", asking.Version), Answered.File);
        foreach (var (name, times) in new[] { ("answers", 1), ("answers-late", 4) })
        {
            var file = ReviewReminded(ReviewStory.Asking(), Timescales.ReviewRecommendations, times);
            yield return ($"review-{name}", CardKind.Reminder, Topic.Reminder(Timescales.ReviewRecommendations.Id, file.Version), file);
        }
    }

    private static IEnumerable<(string, AdaptiveCard)> RecommendationCards()
    {
        var (chair, operations) = (Context(ReviewStory.Chair), Context(ReviewStory.Operations));
        var (trust, police) = (Context(ActionStory.Member), Context(ReviewStory.PoliceMember));
        Filled Wrong(string code, string message, string field) =>
            new(ImmutableDictionary<string, string>.Empty, [new(code, message, field)]);
        var asking = ReviewStory.Asking().File;
        var answered = Answered.File;
        AgreedFrom agreed = new(ActionStory.Id, "recommendation-1");
        yield return ("further-record-asking", ReviewRecordCard.Draw(asking, null, operations));
        yield return (
            "further-recommendation-none",
            RecommendationCard.Draw(ReviewStory.At(ReviewStage.UnderWay).File, 0, [], null, operations)
        );
        yield return ("further-recommendation-early", RecommendationCard.Draw(ReviewStory.Recommending().File, 1, [], null, chair));
        yield return ("further-recommendation-asking", RecommendationCard.Draw(asking, 2, [], null, operations));
        yield return (
            "further-recommendation-answered",
            RecommendationCard.Draw(answered, 1, [agreed], new(NoticeKind.Done, "The answer is recorded."), operations)
        );
        yield return (
            "further-recommendation-lead",
            RecommendationCard.Draw(
                answered,
                1,
                [],
                null,
                Context(ReviewStory.Lead(Role.LeadPolice) with { AgencyId = "police", Roles = [Role.LeadPolice, Role.GroupMember] })
            )
        );
        yield return ("further-recommendation-brim", RecommendationCard.Draw(RecommendedToTheBrim.File, 1, [], null, operations));
        var first = asking.Recommendation(1)!;
        yield return (
            "further-recommendation-like",
            LikeRecommendationsCard.Draw(
                ReviewStory.Begun().File,
                [
                    new(answered, answered.Recommendation(1)!, [ActionStory.At(ActionStage.Changed).File]),
                    new(answered, answered.Recommendation(1)!, [ActionStory.At(ActionStage.Agreed).File]),
                    new(answered, answered.Recommendation(2)!, []),
                ],
                Filled.Nothing,
                operations
            )
        );
        yield return (
            "further-form-recommend",
            RecommendationForms.Make(ReviewStory.At(ReviewStage.UnderWay).File, AddressedAgencies, Filled.Nothing, operations)
        );
        yield return (
            "further-form-recommend-wrong",
            RecommendationForms.Make(
                ReviewStory.At(ReviewStage.UnderWay).File,
                AddressedAgencies,
                Wrong("choice-needed", "Choose whom it addresses.", "bodies"),
                chair
            )
        );
        yield return ("further-form-recommend-change", RecommendationForms.Change(asking, first, AddressedAgencies, Filled.Nothing, chair));
        yield return ("further-form-recommend-back", RecommendationForms.TakeBack(asking, first, Filled.Nothing, operations));
        yield return ("further-form-recommend-answer", RecommendationForms.Answer(asking, first, Filled.Nothing, operations));
        IReadOnlyList<ReviewRecommendation> Of(ReviewFile file, CardContext context) =>
            [.. ReviewPermissions.RecommendationsOf(file, context.Viewer)];
        AdaptiveCard Theirs(ReviewFile file, int number, Notice? notice, Filled filled, CardContext context) =>
            TheirRecommendationCard.Draw(file, Of(file, context), number, notice, filled, context);
        yield return ("further-form-theirs", Theirs(asking, 1, null, Filled.Nothing, police));
        yield return ("further-form-theirs-wrong", Theirs(asking, 1, null, Wrong("choice-needed", "Choose one.", "reply"), trust));
        yield return (
            "further-form-theirs-answered",
            Theirs(answered, 1, new(NoticeKind.Done, "Your agency's answer is recorded."), Filled.Nothing, trust)
        );
        yield return ("further-form-theirs-brim", Theirs(RecommendedToTheBrim.File, 1, null, Filled.Nothing, trust));
        var late = ReviewReminded(ReviewStory.Asking(), Timescales.ReviewRecommendations, 4);
        yield return ("further-form-theirs-lead", Theirs(late, 1, null, Filled.Nothing, Context(ActionStory.AgencyLead)));
        yield return (
            "action-form-agree-recommended",
            AgreeActionCard.Draw(
                Rev,
                ActionOwners,
                Filled.Nothing,
                operations,
                new(new("recommendation-1", "recommendation 1", first.Plan.Text, "", null), [])
            )
        );
    }
}
