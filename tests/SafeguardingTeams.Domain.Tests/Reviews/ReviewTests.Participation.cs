using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewParticipation;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Reviews;

/// <content>The part of child, family and practitioners (C13, E9).</content>
public partial class ReviewTests
{
    [Fact]
    public void A_part_is_recorded_by_relation_added_to_with_a_reason_and_writes_to_nobody_C13_E9()
    {
        var story = ReviewStory.TakingPart();
        Assert.Equal(
            [ParticipantKind.Family, ParticipantKind.Child, ParticipantKind.Practitioners],
            story.File.Participants.Select(one => one.Part.Kind)
        );
        Assert.Equal(
            ("She was not heard.", new DateOnly(2026, 11, 2)),
            (story.File.Participants[0].Part.Said, story.File.Participants[0].Part.Draft!.Value)
        );
        Assert.True(story.File.Participants[0].Part.IsToBeTold);
        Assert.All(story.File.History.Select(recorded => recorded.Event).OfType<ParticipationKept>(), kept =>
            Assert.Empty(kept.WhatFollows(story.File))
        );
        Refused("answer-needed", story.When(ReviewStory.TakesPart(number: 1) with { Reason = "" }, Owner));
        Refused("nothing-changed", story.When(ReviewStory.TakesPart(ReviewStory.Baby, 2), Owner));
        Refused("overtaken", story.When(ReviewStory.TakesPart(number: 9), Owner));
        Refused("drawn-before", story.When(ReviewStory.TakesPart() with { Round = 1 }, Owner));
        Refused("not-done-here", ReviewStory.Begun(ReviewKind.FollowedElsewhere).When(ReviewStory.TakesPart(), Operations));
        for (var number = 4; number <= ReviewFile.MostParticipants; number++)
        {
            story.Given(ReviewStory.TakesPart(), Operations);
        }

        Refused("too-many", story.When(ReviewStory.TakesPart(), Operations));
    }

    [Theory]
    [InlineData("who", "answer-needed")]
    [InlineData("decided", "answer-needed")]
    [InlineData("offered", "date-needed")]
    [InlineData("firsttold", "answer-needed")]
    [InlineData("future", "in-future")]
    [InlineData("early", "too-early")]
    [InlineData("declined", "takes-no-part")]
    [InlineData("not-asked", "not-offered")]
    [InlineData("long", "too-long")]
    public void What_does_not_fit_together_is_refused_beside_its_field_C13(string what, string code)
    {
        var part = ReviewStory.Mother;
        part = what switch
        {
            "who" => part with { Who = " " },
            "decided" => part with { Decided = "" },
            "offered" => part with { OfferedOn = null },
            "firsttold" => part with { FirstTold = "" },
            "future" => part with { Told = new(2026, 11, 3) },
            "early" => part with { Draft = new(2026, 11, 1) },
            "declined" => part with { Answer = ParticipationAnswer.Declined, Contributed = new(2026, 11, 2) },
            "not-asked" => part with { Answer = ParticipationAnswer.NotAsked },
            _ => part with { Called = new('w', 121) },
        };
        Refused(code, ReviewStory.At(ReviewStage.UnderWay).When(ReviewStory.TakesPart(part), Owner));
    }
}
