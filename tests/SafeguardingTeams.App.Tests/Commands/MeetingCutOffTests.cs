using System.Collections.Immutable;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionAgreement;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupKeeping;
using SafeguardingTeams.Domain.Steps.GroupMinutes;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Tests;
using Story = SafeguardingTeams.Tests.MeetingStory;

namespace SafeguardingTeams.App.Tests.Commands;

/// <summary>
/// A large meeting that is cut off at every step, before and after each commit: tried again it goes on where it stood, and nothing of it is
/// there twice or missing (E17, E18).
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class MeetingCutOffTests(Emulator emulator)
{
    private const int Items = 60;
    private const int WithActions = 50;
    private static readonly RecordRef Id = Story.Id;
    private static readonly CancellationToken Stop = CancellationToken.None;

    private static Actor Operations => AppFixture.Holder(Role.Operations);

    private int _cut;

    [Fact]
    public async Task A_meeting_of_60_items_and_100_actions_cut_off_at_every_step_ends_whole_E17_E18()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        await fixture.Group.OpenAsync(Stop);
        ImmutableList<NewItem> items = [.. Enumerable.Range(1, Items).Select(n => new NewItem(null, $"Audit {n}", AskedOfGroup.Decide))];
        await CutOffAsync(fixture, Story.Plan with { Day = new(2026, 11, 2), Items = items }, Operations);
        await CutOffAsync(fixture, new RecordGroupAttendance(Id, Story.Came, 0), Operations);
        foreach (var number in Enumerable.Range(1, WithActions))
        {
            foreach (var nth in new[] { 0, 1 })
            {
                await CutOffAsync(fixture, Plans(number, nth), Operations, nth == 1);
            }
        }

        Assert.Empty(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), Stop));
        foreach (var number in Enumerable.Range(1, Items))
        {
            var decides = Story.Decide(number, null, Story.Noted) with
            {
                Actions = number <= WithActions ? [Action(number, 0), Action(number, 1)] : [],
            };
            await CutOffAsync(fixture, decides, Operations);

            // What was decided so far stands, whatever becomes of the rest.
            if (number % 20 == 0)
            {
                var sofar = (MeetingFile)(await StoredRecord.LoadAsync(fixture.Rows, Id, Stop)).Record;
                Assert.Equal(Items - number, sofar.Undecided.Count());
                Assert.Equal(Math.Min(number, WithActions) * 2, (await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), Stop)).Count);
            }
        }

        await CutOffAsync(fixture, new EndGroupMeeting(Id, "12:30"), Operations);
        await CutOffAsync(fixture, new SendMinutesToChair(Id), Operations);
        await CutOffAsync(fixture, new CirculateMinutes(Id), AppFixture.Holder(Role.Chair));
        await CutOffAsync(fixture, new ApproveMinutes(Id, new(2026, 11, 2), ""), Operations);
        await fixture.Reconciling.RunAsync(Stop);
        Assert.Equal(2 * WithActions + (Items + 6) * 2, _cut);

        var file = (MeetingFile)(await StoredRecord.LoadAsync(fixture.Rows, Id, Stop)).Record;
        Assert.Equal(MeetingStage.Approved, file.Stage);
        Assert.Equal(Items, file.History.Count(recorded => recorded.Event is ItemDecided));
        Assert.Equal(3, file.History.Count(recorded => recorded.Event is MeetingDocumentKept));
        foreach (var action in file.Items.SelectMany(item => item.Actions))
        {
            var agreed = (ActionFile)(await StoredRecord.LoadAsync(fixture.Rows, action.Action, Stop)).Record;
            Assert.Single(agreed.History, recorded => recorded.Event is ActionAgreed);
            Assert.Equal(ActionStage.Agreed, agreed.Stage);
        }

        Assert.Equal(2 * WithActions, file.Items.Sum(item => item.Actions.Count(one => one.Agreed)));
        while (await fixture.Dispatcher.DispatchAsync(Stop) > 0)
        {
            // Until all have gone.
        }

        Assert.Equal(
            2 * WithActions,
            fixture.Messages.Sent.Count(sent =>
                sent.Chat == "a:rep-police" && sent.Summary.StartsWith("GSCP-AC-", StringComparison.Ordinal)
            )
        );
        Assert.True((await fixture.Upkeep.CheckAsync(Stop)).Clean);
    }

    /// <summary>
    /// The process ends before the commit, and at the next try after it; the third, with the same id, finds it done. Nothing lies between:
    /// what is decided is one transaction.
    /// </summary>
    /// <param name="afterIt">Whether only after it is done, or only before; both unless told.</param>
    private async Task CutOffAsync(AppFixture fixture, Command command, Actor by, params bool[] afterIt)
    {
        var id = Guid.NewGuid().ToString("N");
        foreach (var done in afterIt is [] ? [false, true] : afterIt)
        {
            fixture.Rows.Reset(0, done);
            await Assert.ThrowsAsync<StoppedException>(() => fixture.RunAsync(command, by, id));
            _cut++;
        }

        fixture.Rows.Reset(null, false);
        Assert.Equal(afterIt is not [false], Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, by, id)).Again);
    }

    private static RecordRef Action(int item, int nth) => RecordRef.Parse($"GSCP-AC-{Four(item)}-{Four(nth)}");

    /// <summary>Four letters of those that stand in references.</summary>
    private static string Four(int number) =>
        string.Concat(Enumerable.Range(0, 4).Select(place => "23456789"[(number >> (3 * place)) % 8]));

    private static PlanItemAction Plans(int item, int nth) =>
        Story.Plans with
        {
            Number = item,
            Subject = null,
            Action = Action(item, nth),
            Plan = Story.Plans.Plan with
            {
                What = $"Do what audit {item} found, part {nth + 1}.",
                Owner = ActionOwner.OfTheFile("rep-police"),
            },
        };
}
