using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.GroupAgenda;
using SafeguardingTeams.Presentation.Steps.GroupKeeping;
using SafeguardingTeams.Presentation.Steps.GroupMinutes;
using SafeguardingTeams.Presentation.Steps.GroupOutline;
using SafeguardingTeams.Presentation.Steps.GroupSession;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The cards of the group's meetings, and the messages that bring them.</summary>
internal static partial class Gallery
{
    /// <summary>A meeting of 25 items, papers and a declaration among them.</summary>
    internal static MeetingStory LargeMeeting
    {
        get
        {
            var story = new MeetingStory()
                .Given(
                    MeetingStory.Plan with
                    {
                        Items =
                        [
                            .. MeetingStory.Plan.Items,
                            .. Enumerable
                                .Range(4, 22)
                                .Select(n => new NewItem(null, $"Audit {n} of how agencies share what they know", AskedFor(n))
                                {
                                    PutOff = n / 7 * (n % 7 == 0 ? 1 : 0),
                                }),
                        ],
                    },
                    MeetingStory.Operations
                )
                .Given(new AddPaper(MeetingStory.Id, 2, "A summary", "https://files.example/summary"), MeetingStory.Operations)
                .Given(MeetingStory.CoOpts, MeetingStory.Operations)
                .Given(MeetingStory.CoOpts with { Who = MeetingStory.Outside }, MeetingStory.Operations)
                .On(new(2026, 12, 3))
                .Given(new AddPaper(MeetingStory.Id, 4, "The audit", "https://files.example/audit"), MeetingStory.Operations)
                .On(MeetingStory.Day)
                .Given(new RecordGroupAttendance(MeetingStory.Id, MeetingStory.Came, 0), MeetingStory.Operations)
                .Given(
                    new DeclareInterest(
                        MeetingStory.Id,
                        3,
                        new("Detective Inspector, Police", "the-member", "Managed the service.", AfterInterest.Left)
                    ),
                    MeetingStory.Operations
                );
            foreach (var number in Enumerable.Range(4, 22))
            {
                story.Given(
                    MeetingStory.Decide(
                        number,
                        null,
                        number % 7 == 0
                            ? new(ItemEnd.Deferred, "The next meeting", "The agency's figures are not there yet.", "", "", "")
                            : MeetingStory.Noted with
                            {
                                Tell = "The agencies' members",
                            }
                    ),
                    MeetingStory.Operations
                );
            }

            return story
                .Given(MeetingStory.Decide(1, null, MeetingStory.Noted), MeetingStory.Operations)
                .Given(MeetingStory.Decide(2, LearningStory.Id, MeetingStory.OnTheReferral), MeetingStory.Operations)
                .Given(MeetingStory.Decide(3, CaseStory.Id, MeetingStory.OnTheCase), MeetingStory.Operations)
                .Given(new EndGroupMeeting(MeetingStory.Id, "12:30"), MeetingStory.Operations);
        }
    }

    /// <summary>Its agenda is kept as it went; its draft was put right after members had it.</summary>
    private static MeetingStory Circulated =>
        MeetingStory
            .At(MeetingStage.MinutesCirculated)
            .Given(MeetingStory.Kept, MeetingStory.System)
            .Given(
                MeetingStory.Decide(
                    1,
                    null,
                    MeetingStory.Noted with
                    {
                        Decision = "A ward's letters.",
                        Corrected = "A slip.",
                    },
                    again: true
                ),
                MeetingStory.Operations
            );

    private static AskedOfGroup AskedFor(int number) => (AskedOfGroup)(number % 4);

    private static MeetingFile MeetingAt(MeetingStage stage) => MeetingStory.At(stage).File;

    private static MeetingFile MeetingMoved =>
        MeetingStory
            .At(MeetingStage.Planned)
            .Given(new SendAgenda(MeetingStory.Id, 1), MeetingStory.Operations)
            .Given(
                new MoveGroupMeeting(MeetingStory.Id, new(2026, 12, 16), "14:00", "Room 2", "The room is taken."),
                MeetingStory.Operations
            )
            .File;

    private static IEnumerable<(string Name, CardKind Kind, Topic About, MeetingFile File)> MeetingMessages()
    {
        Topic At(MeetingFile file) => Topic.OfRole(Role.GroupMember, file.Version);
        var (sent, cancelled, circulated) = (
            MeetingStory.At(MeetingStage.Planned).Given(new SendAgenda(MeetingStory.Id, 1), MeetingStory.Operations).File,
            MeetingAt(MeetingStage.Cancelled),
            MeetingAt(MeetingStage.MinutesCirculated)
        );
        yield return ("agenda", CardKind.GroupMeetingNews, At(sent), sent);
        yield return ("moved", CardKind.GroupMeetingNews, At(MeetingMoved), MeetingMoved);
        yield return ("cancelled", CardKind.GroupMeetingNews, At(cancelled), cancelled);
        yield return ("minutes", CardKind.GroupMeetingNews, At(circulated), circulated);
        yield return ("asked", CardKind.MinutesDraft, Topic.None, MeetingAt(MeetingStage.MinutesWithChair));
        yield return ("done", CardKind.MinutesDraft, Topic.None, circulated);
        foreach (
            var (stage, timescale, day) in new[]
            {
                (MeetingStage.Planned, Timescales.GroupPapers, new DateOnly(2026, 12, 3)),
                (MeetingStage.Planned, Timescales.GroupMeetingHeld, new(2026, 12, 11)),
                (MeetingStage.Ended, Timescales.MinutesToChair, new(2026, 12, 17)),
                (MeetingStage.MinutesWithChair, Timescales.MinutesToMembers, new(2026, 12, 23)),
            }
        )
        {
            var file = MeetingStory.At(stage).On(day).Given(new RemindMeeting(MeetingStory.Id, timescale.Id), MeetingStory.System).File;
            yield return ($"meeting-{timescale.Id}", CardKind.Reminder, Topic.Reminder(timescale.Id, file.Version), file);
        }

        yield return ("meeting-done", CardKind.Reminder, Topic.Reminder(Timescales.GroupPapers.Id, 2), sent);
        foreach (var message in CoOptedMessages())
        {
            yield return message;
        }
    }

    private static IEnumerable<(string, AdaptiveCard)> MeetingCards()
    {
        var (chair, operations, member) = (
            Context(CaseStory.Somebody(Role.Chair)),
            Context(CaseStory.Somebody(Role.Operations)),
            Context(CaseStory.Person("the-member", Role.GroupMember))
        );
        var theDay = operations with { Today = MeetingStory.Day };
        Filled Wrong(string code, string message, string field) =>
            new(ImmutableDictionary<string, string>.Empty, [new(code, message, field)]);
        var (planned, held, large) = (MeetingAt(MeetingStage.Planned), MeetingAt(MeetingStage.InSession), LargeMeeting.File);
        var learning = LearningStory.At(Domain.Learning.LearningStage.AwaitingMeeting).File;
        var file = CaseStory.At(Domain.Cases.Stage.AwaitingGroupMeeting).File;
        foreach (var stage in Enum.GetValues<MeetingStage>().Except([MeetingStage.NotPlanned]))
        {
            yield return ($"meeting-{stage}", MeetingCard.Draw(MeetingAt(stage), 0, null, theDay));
        }

        yield return ("meeting-agenda-sent", MeetingCard.Draw(MeetingMoved, 0, new(NoticeKind.Done, "The meeting is moved."), operations));
        yield return ("meeting-not-held", MeetingCard.Draw(planned, 0, null, operations with { Today = MeetingStory.Day.AddDays(1) }));
        yield return ("meeting-chair-minutes", MeetingCard.Draw(MeetingAt(MeetingStage.MinutesWithChair), 0, null, chair));
        yield return ("meeting-empty-twice", MeetingCard.Draw(held, 0, null, chair, ["health", "police"]));
        yield return ("meeting-member", MeetingCard.Draw(held, 0, null, member));
        yield return ("meeting-of-25-items", MeetingCard.Draw(large, 0, null, operations));
        yield return ("meeting-sent", SentPapersCard.Draw(Circulated.File, 0, operations));
        yield return ("meeting-sent-none", SentPapersCard.Draw(planned, 0, member));
        yield return ("meeting-draft-put-right", MeetingCard.Draw(Circulated.File, 0, null, chair));
        var outlined = MeetingStory.At(MeetingStage.Planned).Given(MeetingStory.Outlines, MeetingStory.Operations).File;
        yield return ("meeting-item-outline", OutlineCards.Write(planned, planned.Item(3)!, Filled.Nothing, operations));
        yield return (
            "meeting-item-outline-named",
            OutlineCards.Write(outlined, outlined.Item(3)!, Wrong("name-in-text", "A name stands in it.", "outline"), operations)
        );
        yield return ("meeting-item-outlined", AgendaItemCard.Draw(outlined, outlined.Item(3)!, null, null, member));
        foreach (var card in CoOptedCards())
        {
            yield return card;
        }

        yield return ("timeline-meeting", MeetingCard.Timeline(MeetingAt(MeetingStage.Approved), 0, operations));
        yield return ("meeting-list", MeetingCard.List([(MeetingStory.Id, MeetingStory.Day, MeetingStage.Planned)], true, operations));
        yield return ("meeting-list-none", MeetingCard.List([], false, member));
        yield return ("meeting-new", AgendaCards.Plan([MeetingStory.Day, new(2027, 3, 10)], 3, Filled.Nothing, operations));
        yield return (
            "meeting-new-wrong",
            AgendaCards.Plan([], 1, Wrong("not-a-working-day", "This is not a working day.", "date"), operations)
        );
        yield return ("meeting-move", AgendaCards.Move(planned, Filled.Nothing, operations));
        yield return ("meeting-cancel", AgendaCards.Cancel(planned, Filled.Nothing, operations));
        yield return ("meeting-item-add", AgendaCards.Add(planned, Filled.Nothing, operations));
        yield return ("meeting-item-drop", AgendaCards.Drop(planned, planned.Item(1)!, Filled.Nothing, operations));
        yield return ("meeting-item-paper", AgendaCards.Paper(planned, planned.Item(2)!, Filled.Nothing, operations));
        yield return ("meeting-agenda-send", AgendaCards.Send(planned, Filled.Nothing, operations));
        yield return ("meeting-attendance", SessionCards.Attendance(planned, TenSeats, Filled.Nothing, theDay));
        yield return ("meeting-attendance-again", SessionCards.Attendance(held, TenSeats, Filled.Nothing, theDay));
        yield return ("meeting-item-interest", SessionCards.Interest(held, held.Item(3)!, Filled.Nothing, theDay));
        yield return ("meeting-item", AgendaItemCard.Draw(held, held.Item(2)!, learning, null, theDay));
        yield return ("meeting-item-planned", AgendaItemCard.Draw(planned, planned.Item(3)!, file, null, operations));
        yield return ("meeting-item-decided", AgendaItemCard.Draw(large, large.Item(3)!, file, null, theDay));
        yield return ("meeting-item-put-off", AgendaItemCard.Draw(large, large.Item(7)!, null, null, theDay));
        yield return ("meeting-item-put-off-again", AgendaItemCard.Draw(large, large.Item(14)!, null, null, theDay));
        yield return ("meeting-item-late-paper", AgendaItemCard.Draw(large, large.Item(4)!, null, null, member));
        yield return ("meeting-item-hidden", AgendaItemCard.Draw(large, large.Item(3)!, null, null, member));
        yield return ("meeting-item-decide", SessionCards.Decide(held, held.Item(2)!, learning, Filled.Nothing, theDay));
        yield return (
            "meeting-item-decide-case",
            SessionCards.Decide(held, held.Item(3)!, file, Wrong("answer-needed", "Say why. It stands in the minutes.", "reason"), theDay)
        );
        yield return ("meeting-item-decide-again", SessionCards.Decide(large, large.Item(3)!, file, Filled.Nothing, theDay));
        yield return ("meeting-item-note", SessionCards.Decide(held, held.Item(1)!, null, Filled.Nothing, theDay));
        var acted = MeetingStory.At(MeetingStage.InSession).Given(MeetingStory.Plans, MeetingStory.Operations);
        yield return ("meeting-item-action", SessionCards.Action(held, held.Item(3)!, Owners, Filled.Nothing, theDay));
        yield return ("meeting-item-with-action", AgendaItemCard.Draw(acted.File, acted.File.Item(3)!, file, null, theDay));
        acted.Given(
            MeetingStory.Decide(3, CaseStory.Id, MeetingStory.OnTheCase) with
            {
                Actions = [MeetingStory.ActionId],
            },
            MeetingStory.Operations
        );
        yield return ("meeting-item-action-agreed", AgendaItemCard.Draw(acted.File, acted.File.Item(3)!, file, null, theDay));
        yield return ("meeting-item-defer", SessionCards.Defer(held, held.Item(2)!, Filled.Nothing, theDay));
        yield return ("meeting-item-withdraw", SessionCards.Withdraw(held, held.Item(2)!, Filled.Nothing, theDay));
        yield return ("meeting-end", SessionCards.End(held, Filled.Nothing, theDay));
        yield return ("meeting-minutes-draft", MinutesCards.ToChair(MeetingAt(MeetingStage.Ended), Filled.Nothing, theDay));
        yield return ("meeting-minutes-send", MinutesCards.Send(MeetingAt(MeetingStage.MinutesWithChair), Filled.Nothing, chair));
        yield return ("meeting-minutes-approve", MinutesCards.Approve(MeetingAt(MeetingStage.MinutesCirculated), Filled.Nothing, theDay));
    }

    private static OwnerChoices Owners =>
        new(
            [("one", "Named nurse, Acute hospital trust"), ("other", "Detective inspector, Police")],
            [("acute-trust", "Acute hospital trust"), ("police", "Police")]
        );

    private static IReadOnlyList<Seat> TenSeats =>
        [
            .. Enumerable
                .Range(0, 10)
                .Select(n => new Seat(
                    $"seat-{n}",
                    $"Designated safeguarding post number {n + 1}",
                    "agency",
                    "An agency of the area",
                    null,
                    []
                )),
        ];
}
