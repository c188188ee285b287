using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewParticipation;
using SafeguardingTeams.Presentation.Steps.ReviewPublication;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>The part of child, family and practitioners in a review.</content>
internal static partial class Gallery
{
    /// <summary>As many as there may be, filled to their limits.</summary>
    internal static ReviewStory TakingPartToTheBrim
    {
        get
        {
            var (line, text) = (new string('w', 120), new string('w', 1000));
            var full = ReviewStory.Mother with
            {
                Who = line,
                Called = line,
                Decided = text,
                FirstTold = text,
                Support = text,
                Said = text,
                Perspective = text,
                Contributed = new(2026, 11, 2),
                Draft = new(2026, 11, 2),
            };
            return Enumerable
                .Range(1, ReviewFile.MostParticipants)
                .Aggregate(ReviewStory.At(ReviewStage.Accepted), (story, _) => story.Given(ReviewStory.TakesPart(full), ReviewStory.Owner))
                .Given(new PlanPublication(Rev, PublicationForm.Report, "", new(2026, 11, 30)), ReviewStory.Operations);
        }
    }

    private static IEnumerable<(string, AdaptiveCard)> OfParticipation()
    {
        var (owner, operations) = (Context(ReviewStory.Owner), Context(ReviewStory.Operations));
        var (none, there) = (ReviewStory.At(ReviewStage.UnderWay).File, ReviewStory.TakingPart().File);
        yield return ("further-request-part-none", ParticipationCards.Open(none, 0, null, owner));
        yield return (
            "further-request-part",
            ParticipationCards.Open(there, 1, new(NoticeKind.Done, "It is recorded. Nobody is written to."), owner)
        );
        yield return ("further-request-part-child", ParticipationCards.Open(there, 2, null, Context(CaseStory.Somebody(Role.Scrutineer))));
        yield return ("further-request-part-long", ParticipationCards.Open(TakingPartToTheBrim.File, 20, null, operations));
        yield return ("further-request-part-record", ReviewRecordCard.Draw(there, null, operations));
        yield return ("further-request-part-many", ReviewRecordCard.Draw(TakingPartToTheBrim.File, null, Context(ReviewStory.Chair)));
        yield return ("timeline-further-part", ReviewRecordCard.Timeline(there, 0, operations));
        yield return ("further-form-part", ParticipationCards.Keep(none, null, Filled.Nothing, owner));
        yield return ("further-form-part-change", ParticipationCards.Keep(there, 1, Filled.Nothing, operations));
        yield return (
            "further-form-part-wrong",
            ParticipationCards.Keep(
                none,
                null,
                new(
                    ImmutableDictionary<string, string>.Empty.Add("who", "Older brother").Add("answer", "TakesPart"),
                    [new("date-needed", "Enter the day it was offered.", "offered")]
                ),
                owner
            )
        );
        yield return (
            "further-form-publish-not-told",
            PublicationCards.Publish(
                ReviewStory
                    .TakingPart(ReviewStage.Accepted)
                    .Given(new PlanPublication(Rev, PublicationForm.Report, "", new(2026, 11, 30)), ReviewStory.Operations)
                    .File,
                Filled.Nothing,
                operations
            )
        );
    }
}
