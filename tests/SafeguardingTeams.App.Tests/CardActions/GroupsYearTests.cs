using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>What the group recommends (E12), its cases (E5), its quorum (PD25) and who came in a year (E15, E16), its plan (E19).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class GroupsYearTests(Emulator emulator)
{
    [Fact]
    public async Task A_case_decided_on_at_a_meeting_with_criteria_may_be_met_goes_to_the_leads_in_one_transaction_E12()
    {
        using var fixture = await emulator.OpenAsync(file => file with { GroupQuorum = new(3, true) });
        await fixture.EverybodyHasTheAppAsync();
        await NotMetAsync(fixture);
        var operations = await InSessionAsync(fixture);
        Assert.Contains("The partnership's quorum, 3 seats and each of the three partners, was not reached.", operations.Card.Text);
        await operations.PressAsync("Open the next item");
        while (!operations.Card.Text.Contains(ReviewHands.Reference, StringComparison.Ordinal))
        {
            await operations.PressAsync("Next item");
        }

        await operations.PressAsync("Decide");
        await operations.PressAsync(
            "Record the decision",
            ("decision", "More is known."),
            ("reason", "A new report."),
            ("equality", "None.")
        );
        Assert.Contains("Error: Choose what the group recommends to the partners.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("More is known.", operations.Card.Inputs["decision"]);
        await operations.PressAsync("Record the decision", ("recommends", "CriteriaMayBeMet"));
        Assert.Contains("What was decided is recorded.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("the criteria may be met: the three leads decide again", operations.Card.Text, StringComparison.Ordinal);
        var file = await fixture.FileAsync();
        Assert.Equal((Stage.AwaitingPartners, true), (file.Stage, file.RoundIsOpen));
        var meeting = (MeetingFile)(await StoredRecord.LoadAsync(fixture.Rows, await MeetingAsync(fixture), CancellationToken.None)).Record;
        Assert.Equal(meeting.History[^1].CommandId, file.History[^1].CommandId);

        // Each lead decides again on their own card; the item can still be put right, in the minutes alone.
        foreach (var lead in new[] { "lead-authority", "lead-police", "lead-health" })
        {
            var hands = new Hands(fixture, Hands.Of(lead));
            await hands.SendAsync("partner-decision", new() { ["case"] = ReviewHands.Reference });
            Assert.Contains("The group recommends", hands.Card.Text, StringComparison.Ordinal);
            await hands.PressAsync("Agree");
        }

        Assert.Equal(Stage.AwaitingAuthority, (await fixture.FileAsync()).Stage);
        await operations.PressAsync("Put it right");
        Assert.DoesNotContain("recommends", operations.Card.Inputs.Keys);
        await operations.PressAsync(
            "Record the decision",
            ("reason", "A new report by the coroner."),
            ("corrected", "The source was missing.")
        );
        Assert.Contains("A new report by the coroner.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.AwaitingAuthority, (await fixture.FileAsync()).Stage);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task The_group_sees_every_case_under_way_by_reference_and_where_it_stands_and_nothing_of_it_E5_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await NotMetAsync(fixture);
        var operations = await InSessionAsync(fixture);
        Assert.Contains("Cases under way: 1, 1 of them since the last meeting", operations.Card.Text, StringComparison.Ordinal);
        await operations.SendAsync("group", []);
        await operations.PressAsync("Cases under way");
        Assert.Contains("Goes to the group's meeting. Received on 2 November 2026.", operations.Card.Text);
        await operations.PressAsync(Assert.Single(operations.Card.Buttons, title => title.StartsWith("Open ", StringComparison.Ordinal)));
        Assert.Contains("Serious incident referral GSCP-2222-3333", operations.Card.Text, StringComparison.Ordinal);
        var member = new Hands(fixture, Hands.Of("rep-schools"));
        await member.SendAsync("cases-under-way", []);
        Assert.Contains("Cases under way: 1", member.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(member.Card.Buttons, title => title.StartsWith("Open ", StringComparison.Ordinal));
        Assert.DoesNotContain("Child A", member.Card.Text, StringComparison.Ordinal);
        var lead = new Hands(fixture, Hands.Of("lead-police"));
        await lead.SendAsync("cases-under-way", []);
        Assert.DoesNotContain("under way", lead.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_came_in_a_year_is_counted_by_seat_with_the_way_to_each_meeting_E15()
    {
        using var fixture = await emulator.OpenAsync();
        var operations = await InSessionAsync(fixture);
        await operations.SendAsync("group-meetings", []);
        await operations.PressAsync("Attendance by seat");
        Assert.Contains("1 April 2026 to 31 March 2027: 1 meeting was held.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 1", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 1", operations.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The year before", operations.Card.Buttons);
        await operations.PressAsync("Open Mon 2\u00a0Nov");
        Assert.Contains("Seats filled: 1 of 10", operations.Card.Text, StringComparison.Ordinal);

        // A year on, it is the year before.
        fixture.Clock.Set(new DateTimeOffset(2027, 11, 2, 10, 0, 0, TimeSpan.Zero));
        await operations.SendAsync("group-attendance", []);
        Assert.Contains("0 meetings were held", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("The year before");
        Assert.Contains("1 of 1", operations.Card.Text, StringComparison.Ordinal);
        var outsider = new Hands(fixture, Hands.Of("lead-police"));
        await outsider.SendAsync("group-attendance", []);
        Assert.DoesNotContain("Attendance", outsider.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_forward_plan_has_what_is_to_come_and_what_is_late_and_only_who_keeps_it_changes_it_E19()
    {
        using var fixture = await emulator.OpenAsync();
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group", []);
        await operations.PressAsync("The next twelve months");
        await operations.PressAsync("Add to the plan");
        await operations.PressAsync("Add it", ("what", "The report on the neglect audit"), ("date", ""));
        Assert.Contains("Error: ", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("The report on the neglect audit", operations.Card.Inputs["what"]);
        await operations.PressAsync("Add it", ("date", "2026-11-20"));
        Assert.Contains("The report on the neglect audit", operations.Card.Text, StringComparison.Ordinal);
        await operations.SendAsync("group-meeting-new", []);
        await operations.PressAsync("Plan it", ("date", "2026-12-09"), ("place", "Room 1"));
        Assert.Contains("Forward plan: 1 due until 9 March 2027, 0 of them late", operations.Card.Text, StringComparison.Ordinal);
        fixture.Clock.Set(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var lead = new Hands(fixture, Hands.Of("lead-police"));
        await lead.SendAsync("forward-plan", []);
        Assert.Contains("1 late.", lead.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Add to the plan", lead.Card.Buttons);
        await lead.SendAsync("plan-off", new() { ["do"] = "yes", ["entry"] = "plan-1" });
        Assert.Contains("Not available", lead.Card.Text, StringComparison.Ordinal);
        await operations.SendAsync("forward-plan", []);
        await operations.PressAsync("Done, or off the plan");
        await operations.PressAsync("Record it", ("entry", "plan-1"));
        Assert.Contains("It is off the plan.", operations.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("neglect audit", operations.Card.Text, StringComparison.Ordinal);
        var practitioner = new Hands(fixture, Hands.Of("paediatrician"));
        await practitioner.SendAsync("forward-plan", []);
        Assert.DoesNotContain("twelve months", practitioner.Card.Text, StringComparison.Ordinal);
    }

    private static async Task NotMetAsync(AppFixture fixture)
    {
        await ReviewHands.DoAsync(
            fixture,
            new SubmitReferral(CaseStory.Id, "serious-incident-referral", 1, CaseStory.Complete()),
            CaseStory.Referrer
        );
        await ReviewHands.DoAsync(fixture, Commands.CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await ReviewHands.DoAsync(fixture, Commands.CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));
        await ReviewHands.DoAsync(fixture, new Recommend(CaseStory.Id, false, "Neither.", false), AppFixture.Holder(Role.Chair));
        foreach (var lead in Partners.Leads)
        {
            await ReviewHands.DoAsync(fixture, new DecideAsPartner(CaseStory.Id, 1, true, ""), AppFixture.Holder(lead));
        }
    }

    /// <summary>A meeting of today with what waits on its agenda, opened, with one seat filled.</summary>
    private static async Task<Hands> InSessionAsync(AppFixture fixture)
    {
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group-meeting-new", []);
        await operations.PressAsync("Plan it", ("date", "2026-11-02"), ("place", "Room 1"));
        await operations.PressAsync("Open the meeting");
        await operations.PressAsync("Open the meeting", ("confidentiality", "yes"), ("seat0", "Present"));
        return operations;
    }

    private static async Task<RecordRef> MeetingAsync(AppFixture fixture) =>
        RecordRef.Parse((await fixture.Rows.ReadAsync($"{Keys.Open}{RecordKind.Meeting}|", CancellationToken.None))[0]["record"]);
}
