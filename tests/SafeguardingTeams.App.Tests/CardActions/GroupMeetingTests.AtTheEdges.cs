using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

// Moved, changed while a card is open, and boxes filled to the brim.
public partial class GroupMeetingTests
{
    [Fact]
    public async Task A_meeting_that_was_moved_leaves_its_day_to_another()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group-meeting-new", []);
        await operations.PressAsync("Plan it", ("date", "2026-12-09"), ("place", "Room 1"));
        await operations.PressAsync("Move the meeting");
        await operations.PressAsync("Move it", ("date", "2026-12-16"), ("reason", "The room is taken."));
        for (var again = 0; again < 2; again++)
        {
            await operations.SendAsync("group-meeting-new", []);
            await operations.PressAsync("Plan it", ("date", "2026-12-09"), ("place", "Room 2"));
            Assert.Matches(@"Wed\s9\sDec", operations.Card.Text);
        }

        Assert.Equal(2, (await fixture.Rows.ReadAsync($"{Keys.Open}{RecordKind.Meeting}|", CancellationToken.None)).Count);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task What_was_put_off_before_it_ended_and_waits_anew_is_not_put_off_any_more_E18()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = await InSessionAsync(fixture);
        await operations.PressAsync("Next item");
        await operations.PressAsync("Next item");
        await operations.PressAsync("Put it off");
        await operations.PressAsync("Put it off", ("decision", "The next meeting"), ("reason", "It is late."));
        var chair = AppFixture.Holder(Role.Chair);
        var ends = new TriageLearning(LearningStory.Id, LearningWay.NotForTheGroup, "Settled.", false, [], LearningStory.Made, true);
        Assert.IsType<App.Commands.Outcome.Done>(await fixture.RunAsync(ends, chair));
        fixture.Clock.Set(new(2026, 11, 5, 10, 0, 0, TimeSpan.Zero));
        Assert.IsType<App.Commands.Outcome.Done>(
            await fixture.RunAsync(ends with { Way = LearningWay.NextMeeting, Reason = "It is not." }, chair)
        );
        await operations.SendAsync("group-meeting-new", []);
        await operations.PressAsync("Plan it", ("date", "2026-11-09"), ("place", "Room 1"));
        Assert.Contains(Waiting, operations.Card.Text.Replace('‑', '-'), StringComparison.Ordinal);
        Assert.DoesNotContain("put off", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task No_name_of_what_follows_stands_in_an_action_written_down_with_the_item_D11_F2()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var follows = LearningStory.OtherId;
        var lead = SafeguardingTeams.Tests.CaseStory.Person("rep-acute-trust", Role.DesignatedSafeguardingLead, Role.Practitioner);
        var answers = LearningStory.Complete("rep-acute-trust@people.example");
        answers = answers.With("children", answers.Row("children", "r1")!.With("name", "Child Zed"));
        await ReviewHands.DoAsync(
            fixture,
            LearningStory.Submit(answers) with
            {
                Learning = follows,
            },
            SafeguardingTeams.Tests.CaseStory.Person("the-other-referrer", Role.Practitioner) with
            {
                AgencyId = "acute-trust",
            }
        );
        await ReviewHands.DoAsync(fixture, new AnswerAsSafeguardingLead(follows, true, ""), lead);
        await ReviewHands.DoAsync(
            fixture,
            new Domain.Steps.LearningJoining.JoinLearning(LearningStory.Id, follows, "One."),
            AppFixture.Holder(Role.Chair)
        );
        var operations = await InSessionAsync(fixture);
        await operations.PressAsync("Next item");
        await operations.PressAsync("Next item");
        await operations.PressAsync("Add an action");
        var typed = new[]
        {
            ("change", "Visits are arranged before a discharge."),
            ("what", "The ward rings before Zed goes home."),
            ("due", "2026-12-01"),
            ("how", "An audit of discharges."),
            ("owner", "rep-acute-trust"),
        };
        await operations.PressAsync("Add it", typed);
        Assert.Contains("a name stands in it", operations.Card.Text, StringComparison.Ordinal);

        // Nor in one that is agreed from the referral itself.
        await operations.SendAsync("learning-open", new() { ["case"] = LearningStory.Id.ToString() });
        await operations.PressAsync("Agree an action");
        await operations.PressAsync("Agree the action", typed);
        Assert.Contains("a name stands in it", operations.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_that_comes_while_the_card_is_open_moves_nobody_onto_another_E15()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group-meeting-new", []);
        await operations.PressAsync("Plan it", ("date", "2026-11-02"), ("place", "Room 1"));
        await operations.PressAsync("Open the meeting");
        var (verb, data) = operations.Card.CardInvocation(
            "Open the meeting",
            new Dictionary<string, string> { ["confidentiality"] = "yes", ["seat1"] = "Apology" }
        );
        var second = data["seats"].Split(',')[1];
        await fixture.Group.RunAsync(
            new Domain.Steps.Seats.FillSeat(
                new("a-first-seat", "A first seat", "icb", "Integrated Care Board", null, []),
                new("", "Somebody new", "new@icb.example", new(2026, 11, 1), null)
            ),
            "seat",
            AppFixture.Holder(Role.Operations),
            CancellationToken.None
        );
        fixture.CurrentRules.Fresh = TimeSpan.Zero;
        await operations.SendAsync(verb, data);
        var file = (MeetingFile)await LoadAsync(fixture, await MeetingAsync(fixture));
        Assert.Equal(second, Assert.Single(file.Attendance!.Seats, seat => seat.Presence == Presence.Apology).SeatId);
    }

    /// <summary>Four boxes pasted full, in scripts that take three bytes a letter: a refusal beside them, and nothing lost.</summary>
    [Theory]
    [InlineData('\u0915')]
    [InlineData('\u0639')]
    [InlineData('x')]
    public async Task Boxes_pasted_full_are_refused_with_nothing_lost_or_the_card_stays_as_it_is(char letter)
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = await InSessionAsync(fixture);
        await operations.PressAsync("Decide");
        var names = new[] { "decision", "reason", "equality", "participation", "corrected", "tell" };
        var typed = names
            .Where(operations.Card.Inputs.ContainsKey)
            .ToDictionary(name => name, name => new string(letter, name == "tell" ? 1000 : 8000));
        var (verb, data) = operations.Card.CardInvocation("Record the decision", typed);
        var member = Hands.Of("operations-officer");
        var reply = await fixture.Cards.AnswerAsync(
            new(new(member.TenantId, member.ObjectId), "x", verb, data, "test"),
            CancellationToken.None
        );
        var said = reply is App.Ports.CardReply.Message message ? message.Text : System.Text.Encoding.UTF8.GetString(Card(reply));
        Assert.Contains("2000 characters or fewer", said, StringComparison.Ordinal);

        // At the limit it is taken, and the card that shows it and the one that puts it right can be drawn.
        await operations.PressAsync(
            "Record the decision",
            [.. typed.Select(one => (one.Key, new string(letter, one.Key == "tell" ? 1000 : 2000)))]
        );
        Assert.Contains("What was decided is recorded.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Put it right");
        Assert.Equal(2000, operations.Card.Inputs["reason"].Length);
    }

    private static byte[] Card(App.Ports.CardReply reply) => Assert.IsType<App.Ports.CardReply.Card>(reply).Json.ToArray();
}
