using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Reviews;

/// <content>Those appointed who are asked in, and read the agreed papers and nothing else (C9, F2).</content>
public partial class ReviewTests
{
    [Fact]
    public void Who_has_an_address_is_asked_in_once_there_is_something_to_read_and_told_once_they_are_in_C9()
    {
        // Appointed with nothing agreed: nobody is asked.
        var story = ReviewStory.At(ReviewStage.UnderWay).Given(ReviewStory.AppointGuest, Operations);
        Assert.Empty(Followed(story).OfType<Effect.InviteGuest>());
        story.Given(ReviewStory.AgreePapers, Operations);
        var first = story.File.Version;
        Assert.Equal([new(Id, Topic.Appointed(1, first))], Followed(story).OfType<Effect.InviteGuest>());
        Assert.False(Reads(story));

        story.Given(story.Tie(), ActionStory.System);
        Assert.True(Reads(story));
        var told = Assert.Single(Followed(story).OfType<Effect.ShowCard>());
        Assert.Equal(
            new(Id, CardKind.ReviewPapersReady, new Recipient.ThePerson(ReviewStory.Guest.PersonId))
            {
                About = Topic.Appointed(1, story.File.Version),
            },
            told
        );
        Assert.Equal((1, first), (told.About.AppointedAs, first));
        Refused("overtaken", story.When(new TieReviewPerson(Id, 1, first, "p-another", true), ActionStory.System));

        // Who is appointed while papers are open is asked at once, and nobody else again; who has no address never is.
        story.Given(ReviewStory.Appoint(ReviewPersonRole.IndependentChair), Operations);
        Assert.Empty(Followed(story).OfType<Effect.InviteGuest>());
        story.Given(Member("member@panel.example"), Operations);
        Assert.Equal([new(Id, Topic.Appointed(3, story.File.Version))], Followed(story).OfType<Effect.InviteGuest>());

        // Other papers: who is in is told anew, who is not is asked anew.
        story.Given(ReviewStory.AgreeNothing, Chair);
        Assert.Equal([new(Id, Topic.Appointed(3, story.File.Version))], Followed(story).OfType<Effect.InviteGuest>());
        Assert.Equal(
            [Topic.Appointed(1, story.File.Version)],
            Followed(story).OfType<Effect.ShowCard>().Where(card => !card.OnlyIfShown).Select(card => card.About)
        );
        Assert.Equal(2, story.File.People[0].Told.Count);
    }

    [Fact]
    public void Ended_or_replaced_they_read_nothing_more_and_their_message_says_so_C9()
    {
        foreach (var ends in new ReviewCommand[] { new EndReviewPerson(Id, 1, "They are ill."), ReviewStory.Appoint(inPlaceOf: 1) })
        {
            var story = ReviewStory.CameIn();
            var told = story.File.Version;
            story.Given(ends, Operations);
            Assert.False(Reads(story));
            Assert.Contains(
                new Effect.ShowCard(Id, CardKind.ReviewPapersReady, new Recipient.FormerHolder(ReviewStory.Guest.PersonId))
                {
                    About = Topic.Appointed(1, told),
                    OnlyIfShown = true,
                },
                Followed(story)
            );
        }

        // Who is a panel member as well reads on, and is told nothing to the contrary.
        var both = ReviewStory.CameIn().Given(Member("member@panel.example"), Operations);
        both.Given(both.Tie(2), ActionStory.System).Given(new EndReviewPerson(Id, 1, "They are ill."), Operations);
        Assert.Equal([2], ReviewPermissions.PartsOf(both.File, ReviewStory.Guest).Select(person => person.Number));
        Assert.DoesNotContain(Followed(both), effect => effect is Effect.ShowCard { To: Recipient.FormerHolder });
    }

    [Theory]
    [InlineData(ReviewStage.Accepted)]
    [InlineData(ReviewStage.Concluded)]
    public void An_appointment_can_be_ended_until_the_review_is_closed_C9(ReviewStage stage)
    {
        var story = ReviewStory.AskedInAt(stage);
        Assert.Equal(stage, story.File.Stage);
        story.Given(story.Tie(), ActionStory.System);
        Assert.True(Reads(story));
        story.Given(new EndReviewPerson(Id, 1, "It is done."), Chair);
        Assert.False(Reads(story));
    }

    [Fact]
    public void Published_ended_or_closed_it_is_shut_and_opening_it_again_gives_nothing_back_until_papers_are_agreed_anew_C9()
    {
        var story = ReviewStory.CameIn();
        story.Given(new EndReview(Id, "By mistake."), Operations);
        Assert.False(Reads(story));
        Assert.Contains(Followed(story), effect => effect is Effect.ShowCard { Kind: CardKind.ReviewPapersReady, OnlyIfShown: true });
        story.Given(new ReopenReview(Id, "By mistake."), Chair);
        Assert.False(Reads(story));
        Assert.False(ReviewPermissions.PapersAreOpen(story.File));

        // The same papers may be agreed: that is what opens them.
        story.Given(ReviewStory.AgreePapers, Chair);
        Assert.True(Reads(story));
        Refused("nothing-changed", story.When(ReviewStory.AgreePapers, Chair));

        var published = ReviewStory.AskedInAt(ReviewStage.Accepted);
        published.Given(published.Tie(), ActionStory.System);
        Assert.True(Reads(published));
        published.Published();
        Assert.False(Reads(published));
    }

    [Fact]
    public void Another_address_ends_what_the_first_opened_and_asks_who_has_the_new_one_C9()
    {
        var story = ReviewStory.CameIn();
        Refused("nothing-changed", story.When(ReviewStory.OtherAddress(email: $" {ReviewStory.Address} "), Operations));
        Refused("answer-needed", story.When(ReviewStory.OtherAddress(email: "nobody"), Operations));
        Refused("answer-needed", story.When(ReviewStory.OtherAddress() with { Reason = " " }, Operations));
        Refused("nothing-changed", story.When(ReviewStory.OtherAddress(2), Operations));
        story.Given(ReviewStory.OtherAddress(), Operations);
        Assert.False(Reads(story));
        Assert.Equal([new(Id, Topic.Appointed(1, story.File.Version))], Followed(story).OfType<Effect.InviteGuest>());
        Assert.Contains(Followed(story), effect => effect is Effect.ShowCard { To: Recipient.FormerHolder { PersonId: "p-reviewer" } });

        // None: nobody is asked, and it is sent by hand.
        story.Given(ReviewStory.OtherAddress(email: ""), Chair);
        Assert.Empty(Followed(story));

        // Changed while the first was being asked in: the account that comes of that is tied to nothing.
        var early = ReviewStory.AskedIn();
        var tie = early.Tie();
        early.Given(ReviewStory.OtherAddress(), Operations);
        Refused("overtaken", early.When(tie, ActionStory.System));
        early.Given(early.Tie(), ActionStory.System);
        Assert.True(Reads(early));
        Assert.Equal(tie.AskedIn + 1, early.File.People[0].AskedIn);
    }

    [Fact]
    public void Terms_of_reference_that_the_leads_approve_later_are_told_to_who_is_in_C9_C10()
    {
        var story = ReviewStory.CameIn().WithTerms();
        Assert.Equal(2, story.File.People[0].Told.Count);
        Assert.Equal(story.File.Version, story.File.People[0].Told[^1]);
    }

    [Fact]
    public void Who_reads_papers_only_has_no_part_in_the_review_and_is_no_practitioner_for_a_record_not_begun_C9_F2()
    {
        var file = ReviewStory.CameIn().File;
        Assert.False(ReviewPermissions.Sees(file, ReviewStory.Guest));
        Assert.All(Enum.GetValues<Step>(), step => Assert.NotNull(ReviewRules.Refuse(step, file, ReviewStory.Guest)));
        Assert.Empty(ReviewStory.Guest.RolesFor(new CaseFile(CaseStory.Id)));
        Assert.Empty(new LearningFile(LearningStory.Id).RolesOf(ReviewStory.Guest));
        Assert.NotEmpty((ReviewStory.Guest with { ReadsPapersOnly = false }).RolesFor(new CaseFile(CaseStory.Id)));
    }

    [Fact]
    public void Who_stood_aside_from_what_it_is_about_is_not_let_in_by_an_address_C9()
    {
        var story = ReviewStory.AskedIn();
        var aside = story.File with { Assigned = [new(Role.LeadPolice, [ReviewStory.Guest.PersonId], "")] };
        Assert.True(ReviewPermissions.StoodAside(aside, ReviewStory.Guest.PersonId));
        Refused("stood-aside", story.Tie().DecideFor(aside, [], story.Context(ActionStory.System)));
        Assert.Empty(
            ReviewPermissions.PartsOf(
                aside with
                {
                    People = [aside.People[0] with { PersonId = ReviewStory.Guest.PersonId }],
                },
                ReviewStory.Guest
            )
        );
    }

    internal static AppointReviewPerson Member(string email) =>
        ReviewStory.Appoint(ReviewPersonRole.PanelMember) with
        {
            Who = ReviewStory.Appoint(ReviewPersonRole.PanelMember).Who with { Email = email },
        };

    private static bool Reads(ReviewStory story) => ReviewPermissions.PartsOf(story.File, ReviewStory.Guest).Any();

    /// <summary>What follows from the last event.</summary>
    private static List<Effect> Followed(ReviewStory story) => [.. ((ReviewEvent)story.File.History[^1].Event).WhatFollows(story.File)];
}
