using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Seats;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>The group on its cards: seats, meetings ahead, terms of reference (E1, E2, E3, E8, E19).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class GroupTests(Emulator emulator)
{
    private static readonly (string, string)[] NursesSeat = [("seat", "designated-nurse"), ("agency", "icb")];
    private static readonly (string, string)[] Nurse = [("holder", "designated-nurse"), ("from", "2026-11-02")];

    [Fact]
    public async Task Operations_fill_a_seat_and_its_holder_is_invited_to_the_next_meeting_and_end_it_again()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.NotifiedAsync(fixture);
        var operations = await GroupAsync(fixture, "operations-officer");
        Assert.Contains("The group: 0 of 10 seats held", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody holds this seat.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Fill a seat");
        await operations.PressAsync("Continue", NursesSeat);
        await operations.PressAsync("Fill this seat", Nurse);
        Assert.Contains("The group: 1 of 10 seats held", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("since 2 November 2026", operations.Card.Text, StringComparison.Ordinal);

        var start = new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);
        await ReviewHands.DoAsync(
            fixture,
            new PlanMeeting(CaseStory.Id, start, start.AddHours(2), MeetingKind.FaceToFace, "Town hall", "", ""),
            AppFixture.Holder(Role.Operations)
        );
        var invited = Assert.Single((await fixture.FileAsync()).Review.Attendees, one => one.Key == "seat-designated-nurse");
        Assert.Equal("designated-nurse@people.example", invited.Contact.Email);
        Assert.Equal(Role.LeadHealth, invited.Partner);

        await operations.PressAsync("End a seat");
        await operations.PressAsync("End this seat", ("seat", "designated-nurse"), ("to", "2026-11-01"));
        Assert.Contains("Error: They hold it from a later day on.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("2026-11-01", operations.Card.Inputs["to"]);
        await operations.PressAsync("End this seat", ("to", "2026-11-02"));
        Assert.Contains("until 2 November 2026", operations.Card.Text, StringComparison.Ordinal);
        fixture.Clock.Set(new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));
        await operations.SendAsync("group", new());
        Assert.Contains("The group: 0 of 10 seats held", operations.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_input_and_nothing_typed_is_lost()
    {
        using var fixture = await emulator.OpenAsync();
        var chair = await GroupAsync(fixture, "chair");
        await chair.PressAsync("Fill a seat");
        await chair.PressAsync("Continue", ("seat", "other"));
        Says(chair, "Enter the post.", "Choose the agency the seat is for.");
        await chair.PressAsync("Continue", ("title", "Head of Youth Justice"), ("agency", "childrens-services"));
        Assert.Contains("Seat: Head of Youth Justice.", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Fill this seat", ("holder", "other"), ("email", "nobody"), ("from", ""));
        Says(chair, "Enter their role and agency.", "Enter an email address, such as name@example.org.uk.", "Enter a real date.");
        Assert.Equal("nobody", chair.Card.Inputs["email"]);

        await chair.PressAsync("Back to which seat", ("email", "youth@people.example"), ("from", "2026-11-02"));
        Assert.Equal("Head of Youth Justice", chair.Card.Inputs["title"]);
        Assert.Equal("childrens-services", chair.Card.Inputs["agency"]);
        await chair.PressAsync("Continue", ("title", "Head of Youth Justice Service"));
        Assert.Contains("Seat: Head of Youth Justice Service.", chair.Card.Text, StringComparison.Ordinal);
        Assert.Equal("youth@people.example", chair.Card.Inputs["email"]);
        Assert.Equal("2026-11-02", chair.Card.Inputs["from"]);
        await chair.PressAsync("Fill this seat", ("who", "Head of Youth Justice, Children's Services"));
        Assert.Contains("The group: 1 of 11 seats held", chair.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Head of Youth Justice", chair.Card.Text, StringComparison.Ordinal);

        await chair.PressAsync("Schedule a meeting");
        await chair.PressAsync("Schedule it", ("date", "2026-11-07"));
        Assert.Contains("Error: This is not a working day.", chair.Card.Text, StringComparison.Ordinal);
        Assert.Equal("2026-11-07", chair.Card.Inputs["date"]);
        await chair.PressAsync("Back to the group");
        await chair.PressAsync("Terms of reference");
        await chair.PressAsync("Record it", ("date", "2026-10-30"), ("review", "2027-12-01"), ("where", "Partnership files"));
        Assert.Contains(
            "Error: They are reviewed after they are agreed, and within twelve months.",
            chair.Card.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("Partnership files", chair.Card.Inputs["where"]);
        await chair.PressAsync("Record it", ("review", ""));
        Assert.Contains("Agreed on 30 October 2026. Kept here: Partnership files", chair.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_awaits_the_group_is_told_the_meetings_on_its_record()
    {
        using var fixture = await emulator.OpenAsync();
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

        Assert.Equal(Stage.AwaitingGroupMeeting, (await fixture.FileAsync()).Stage);
        var operations = await GroupAsync(fixture, "operations-officer");
        await operations.PressAsync("Schedule a meeting");
        await operations.PressAsync("Schedule it", ("date", "2026-11-11"));
        await operations.OpenAsync(ReviewHands.Reference);
        Assert.Contains("Wednesday 11 November 2026", operations.Card.Text, StringComparison.Ordinal);

        await operations.SendAsync("group", new());
        await operations.PressAsync("Take a meeting out");
        await operations.PressAsync("Take it out", ("date", "2026-11-11"));
        Assert.Contains("Error: Say why the group does not meet.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Take it out", ("reason", "The room is not free."));
        await operations.OpenAsync(ReviewHands.Reference);
        Assert.DoesNotContain("11 November 2026", operations.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_with_a_part_look_only_and_a_practitioner_is_refused()
    {
        using var fixture = await emulator.OpenAsync();
        var lead = await GroupAsync(fixture, "lead-police");
        Assert.Equal(["The next twelve months", "Reports", "Home", "Learning events", "People and roles"], lead.Card.Buttons);
        await lead.SendAsync("group-meeting-plan", new() { ["do"] = "yes", ["date__x"] = "2026-11-11" });
        Assert.Contains("Not available", lead.Card.Text, StringComparison.Ordinal);

        var practitioner = await new Hands(fixture, Hands.School).HomeAsync();
        Assert.DoesNotContain("The group", practitioner.Card.Buttons);
        string[] verbs =
        [
            "group",
            "group-seat",
            "group-seat-end",
            "group-meeting-plan",
            "group-meeting-out",
            "group-terms",
            "forward-plan",
            "plan-ahead",
            "plan-off",
        ];
        foreach (var verb in verbs)
        {
            await practitioner.SendAsync(verb, new() { ["do"] = "yes" });
            Assert.Contains("Not available", practitioner.Card.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("seats", practitioner.Card.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(new DateOnly(2026, 11, 11), fixture.CurrentRules.Group.Meetings);
    }

    [Fact]
    public async Task A_seat_filled_in_to_the_brim_in_another_script_goes_back_and_forth_with_nothing_lost()
    {
        using var fixture = await emulator.OpenAsync();
        var chair = await GroupAsync(fixture, "chair");
        var brim = string.Concat(Enumerable.Repeat("\u0637\u0641\u0644 ", 250));
        var title = brim[..FillSeat.LongestText].Trim();
        await chair.PressAsync("Fill a seat");
        await chair.PressAsync("Continue", ("seat", "other"), ("title", brim), ("agency", "childrens-services"));
        Says(chair, $"Shorten it to {FillSeat.LongestText} characters or fewer.");
        Assert.Equal(brim, chair.Card.Inputs["title"]);
        await chair.PressAsync("Continue", ("title", title));
        await chair.PressAsync("Fill this seat", ("holder", "other"), ("who", brim), ("email", brim));
        Says(chair, $"Shorten it to {FillSeat.LongestText} characters or fewer.");
        await chair.PressAsync("Back to which seat");
        Assert.Contains("Fill a seat: which seat", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Continue");
        Assert.Equal((brim, brim), (chair.Card.Inputs["who"], chair.Card.Inputs["email"]));
        await chair.PressAsync("Fill this seat", ("who", title), ("email", "a@people.example"));
        Assert.Equal(title, Assert.Single(fixture.CurrentRules.Group.Seats.Values).Title);
    }

    [Fact]
    public async Task The_key_of_a_seat_says_nothing_of_its_post()
    {
        using var fixture = await emulator.OpenAsync();
        var chair = await GroupAsync(fixture, "chair");
        await chair.PressAsync("Fill a seat");
        await chair.PressAsync("Continue", ("seat", "other"), ("title", "Head of Youth Justice"), ("agency", "childrens-services"));
        await chair.PressAsync("Fill this seat", ("holder", "chair"));
        var seat = Assert.Single(fixture.CurrentRules.Group.Seats.Values);
        Assert.Equal("Head of Youth Justice", seat.Title);
        Assert.Matches("^own-[0-9a-f]{12}$", seat.Id);
    }

    [Fact]
    public async Task Operations_are_told_by_the_sweep_when_the_terms_of_reference_are_to_be_reviewed_and_the_message_follows_E8()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var operations = await GroupAsync(fixture, "operations-officer");
        await operations.PressAsync("Terms of reference");
        await operations.PressAsync("Record it", ("date", "2025-11-10"), ("where", "Partnership files"));
        await SweptAsync(fixture, new(2026, 11, 6, 9, 0, 0, TimeSpan.Zero));
        Assert.Empty(fixture.Messages.Sent);

        await SweptAsync(fixture, new(2026, 11, 11, 9, 0, 0, TimeSpan.Zero));
        await SweptAsync(fixture, new(2026, 11, 11, 9, 1, 0, TimeSpan.Zero));
        Assert.Equal(
            ["a:operations-manager", "a:operations-officer"],
            fixture.Messages.Sent.Select(sent => sent.Chat).Order(StringComparer.Ordinal)
        );
        Assert.All(fixture.Messages.Sent, sent => Assert.Equal("Learning from Practice Group: Late: terms of reference", sent.Summary));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);

        await operations.PressAsync("Terms of reference");
        await operations.PressAsync("Record it", ("date", "2026-11-11"), ("where", "Partnership files"));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Equal(
            2,
            fixture.Messages.Sent.Count(sent =>
                sent.IsUpdate && sent.Summary.Contains("Done, or due at another time", StringComparison.Ordinal)
            )
        );
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    private static async Task SweptAsync(AppFixture fixture, DateTimeOffset at)
    {
        fixture.Clock.Set(at);
        var report = await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal(0, report.Failed);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
    }

    private static void Says(Hands hands, params string[] refusals) =>
        Assert.All(refusals, says => Assert.Contains($"Error: {says}", hands.Card.Text, StringComparison.Ordinal));

    private static async Task<Hands> GroupAsync(AppFixture fixture, string person)
    {
        var hands = await ReviewHands.As(fixture, person).HomeAsync();
        await hands.PressAsync("The group");
        return hands;
    }
}
