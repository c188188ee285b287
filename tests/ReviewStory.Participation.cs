using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewParticipation;

namespace SafeguardingTeams.Tests;

/// <content>The part of child, family and practitioners (C13).</content>
internal sealed partial class ReviewStory
{
    internal static Participation Mother { get; } =
        new(
            ParticipantKind.Family,
            "Mother of Child A",
            "The Chair: she knows most of what happened.",
            new(2026, 11, 2),
            "By the social worker, at home.",
            "An advocate was offered.",
            ParticipationAnswer.TakesPart,
            null,
            null,
            "",
            "",
            "",
            null
        );

    internal static Participation Baby { get; } =
        new(
            ParticipantKind.Child,
            "Child A",
            "The group: a baby of four months cannot be asked.",
            null,
            "",
            "",
            ParticipationAnswer.NotAsked,
            null,
            null,
            "",
            "",
            "Calm with the aunt, startled at home, as the health visitor saw.",
            null
        );

    internal static KeepParticipation TakesPart(Participation? part = null, int? number = null) =>
        new(Id, number, part ?? Mother, number is null ? "" : "Her contribution came.");

    /// <summary>Mother, who contributed and saw the draft; the child, not asked; practitioners, who declined.</summary>
    internal static ReviewStory TakingPart(ReviewStage stage = ReviewStage.UnderWay) =>
        At(stage)
            .Given(TakesPart(), Owner)
            .Given(TakesPart(Baby), Operations)
            .Given(
                TakesPart(
                    Mother with
                    {
                        Kind = ParticipantKind.Practitioners,
                        Who = "Staff of the children's ward",
                        Answer = ParticipationAnswer.Declined,
                        Said = "They fear for their posts.",
                    }
                ),
                Chair
            )
            .Given(
                TakesPart(Mother with { Contributed = new(2026, 11, 2), Draft = new(2026, 11, 2), Said = "She was not heard." }, 1),
                Owner
            );
}
