using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>What was overtaken, and two who write at once.</summary>
public partial class ReviewRefusalTests
{
    [Fact]
    public async Task A_return_that_came_in_meanwhile_is_not_overwritten_unseen()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture);
        var police = await ReviewHands.OpenAsync(fixture, "rep-police");
        await police.PressAsync("Return the form");
        await police.FillInAsync(InitialScopingV1.Form);
        await ReviewHands.DoAsync(
            fixture,
            new ReturnScoping(CaseStory.Id, "police", false, Answers.None, "on a card", "") { Heard = CaseStory.ByTelephone },
            AppFixture.Holder(Role.Operations)
        );
        await police.PressAsync("Return the form");
        Assert.Contains("A return has come in for this agency since you began", police.Card.Text, StringComparison.Ordinal);
        await police.PressAsync("Send the return as it is here");
        Assert.Contains("Say why the return is put right", police.Card.Text, StringComparison.Ordinal);
        await police.PressAsync("Send the return as it is here", ("reason", "The family is known after all."));
        Assert.True((await fixture.FileAsync()).Review.Agency("police")!.Return!.Known);

        // Put right again from what was returned.
        await police.PressAsync("Put the return right");
        Assert.Contains("Check what you put right", police.Card.Text, StringComparison.Ordinal);
        await police.PressAsync("Edit: 2.5 Anything else");
        await police.PressAsync("Save and review", ("information", "One more thing."));
        await police.PressAsync("Send the return as it is here", ("reason", "It was missing."));
        Assert.Equal("One more thing.", (await fixture.FileAsync()).Review.Agency("police")!.Return!.Answers["further", "information"]);
    }

    [Fact]
    public async Task Two_writers_of_the_meetings_record_are_put_together_and_neither_is_lost()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.AtTheMeetingAsync(fixture);
        async Task<Hands> BeginAsync(string person, string harm, string learning)
        {
            var hands = await ReviewHands.OpenAsync(fixture, person);
            await hands.PressAsync("At the meeting");
            await hands.PressAsync("Fill in the record");
            await hands.PressAsync("Save and review");
            await hands.PressAsync("Edit: 2.3 Discussion and analysis");
            await hands.PressAsync("Save and review", ("harm", harm), ("learning", learning));
            return hands;
        }

        var chair = await BeginAsync("chair", "A fracture.", "");
        var operations = await BeginAsync("operations-officer", "", "Share earlier.");
        await chair.PressAsync("Record what is here");
        await operations.PressAsync("Record what is here");
        var record = (await fixture.FileAsync()).Review.Record;
        Assert.Equal(("A fracture.", "Share earlier."), (record["discussion", "harm"], record["discussion", "learning"]));

        // The same answer by both: the second is told, sees it, and decides.
        chair = await BeginAsync("chair", "Two fractures.", "Share earlier.");
        operations = await BeginAsync("operations-manager", "A burn.", "Share earlier.");
        await chair.PressAsync("Record what is here");
        await operations.PressAsync("Record what is here");
        Assert.Contains("Somebody else has changed some of the same answers", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Two fractures.", (await fixture.FileAsync()).Review.Record["discussion", "harm"]);
        await operations.PressAsync("Record what is here");
        Assert.Equal("A burn.", (await fixture.FileAsync()).Review.Record["discussion", "harm"]);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_card_that_was_overtaken_says_so_and_what_two_press_at_once_is_done_once()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.AgreedAsync(fixture);
        var police = await ReviewHands.OpenAsync(fixture, "lead-police");
        await police.PressAsync("Approve the recommendation");
        var (verb, data) = police.Card.CardInvocation("Approve");
        await police.SendAsync(verb, data);
        var version = (await fixture.FileAsync()).Version;
        await police.SendAsync(verb, data);
        Assert.Equal(version, (await fixture.FileAsync()).Version);

        var operations = await ReviewHands.OpenAsync(fixture, "operations-officer");
        await operations.PressAsync("Approval by telephone");
        await operations.PressAsync("They do not approve", ("lead", "LeadHealth"), ("given", "The lead."), ("verified", "Called back."));
        Assert.Contains("Say why you do not approve it", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("They do not approve", ("reason", "An audit would do."));
        var chair = await ReviewHands.OpenAsync(fixture, "chair");
        await chair.PressAsync("Ask for mediation of the approval");
        var stale = chair.Card.CardInvocation("Ask now");
        await chair.SendAsync(stale.Verb, stale.Data);
        var health = ReviewHands.As(fixture, "lead-health");
        await health.SendAsync(
            Verbs.Approval,
            new()
            {
                ["case"] = ReviewHands.Reference,
                ["round"] = "1",
                ["seen"] = "999",
                ["do"] = "approve",
            }
        );
        Assert.Contains("This card has been overtaken", health.Card.Text, StringComparison.Ordinal);
        var scrutineer = await ReviewHands.OpenAsync(fixture, "scrutineer");
        await scrutineer.PressAsync("Record the mediation of the approval");
        await scrutineer.PressAsync("Record it");
        Assert.Contains("Say what came of the mediation", scrutineer.Card.Text, StringComparison.Ordinal);
        await scrutineer.PressAsync("Record it", ("outcome", "They read it together."), ("agreed", "All."));
        await police.OpenAsync(ReviewHands.Reference);
        await police.PressAsync("Approve the recommendation");
        await police.PressAsync("Approve, with a comment");
        await police.PressAsync("Approve", ("reason", "With the audit beside it."));
        Assert.Equal(2, (await fixture.FileAsync()).Review.Approval!.Round.Number);
    }

    [Fact]
    public async Task The_partners_response_is_corrected_with_a_reason_and_a_card_from_before_it_corrects_nothing_B25()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.AgreedAsync(fixture);
        foreach (var lead in Partners.Leads)
        {
            await ReviewHands.DoAsync(fixture, new Approve(CaseStory.Id, 1, true, ""), AppFixture.Holder(lead));
        }

        await ReviewHands.DoAsync(fixture, new SendReport(CaseStory.Id), AppFixture.Holder(Role.Operations));
        await ReviewHands.DoAsync(
            fixture,
            new RecordPanelAnswer(CaseStory.Id, false, "A local review seems warranted.", new(2026, 11, 13), ""),
            AppFixture.Holder(Role.Operations)
        );
        var (chair, operations) = (
            await ReviewHands.OpenAsync(fixture, "chair"),
            await ReviewHands.OpenAsync(fixture, "operations-officer")
        );
        await chair.PressAsync("Record the partners' response");
        await operations.PressAsync("Record the partners' response");
        await chair.PressAsync("Record the response", ("text", "A thematic review covers it."));
        await operations.PressAsync("Record the response", ("text", "An audit."));
        Assert.Contains("This card has been overtaken", operations.Card.Text, StringComparison.Ordinal);
        await operations.OpenAsync(ReviewHands.Reference);
        await operations.PressAsync("Correct the partners' response");
        await operations.PressAsync("Record the response", ("text", "An audit."));
        Assert.Contains("Say why what was recorded is being corrected", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("A thematic review covers it.", (await fixture.FileAsync()).Review.PartnersResponse);
        await operations.PressAsync("Record the response", ("text", "An audit."), ("reason", "The wrong text was pasted."));
        var file = await fixture.FileAsync();
        Assert.Equal(
            ("An audit.", "The wrong text was pasted."),
            (file.Review.PartnersResponse, ((PartnersResponseCorrected)file.History[^1].Event).Reason)
        );
    }
}
