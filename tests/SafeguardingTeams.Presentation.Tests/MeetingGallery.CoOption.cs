using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupCoOption;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.GroupCoOption;
using SafeguardingTeams.Presentation.Steps.GroupSession;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

// Who is co-opted to one item: on operations' cards, on their own, and in their messages.
internal static partial class Gallery
{
    private static IEnumerable<(string Name, CardKind Kind, Topic About, MeetingFile File)> CoOptedMessages()
    {
        var told = Topic.CoOpted(3, 1, MeetingStory.WithCoOpted().File.Item(3)!.CoOpted[0].Told[0]);
        var moved = MeetingStory
            .WithCoOpted()
            .Given(
                new MoveGroupMeeting(MeetingStory.Id, new(2026, 12, 16), "14:00", "Room 2", "The room is taken."),
                MeetingStory.Operations
            )
            .File;
        yield return ("asked", CardKind.CoOpted, told, MeetingStory.WithCoOpted().File);
        yield return ("moved", CardKind.CoOpted, Topic.CoOpted(3, 1, moved.Version), moved);
        yield return (
            "asked-no-more",
            CardKind.CoOpted,
            told,
            MeetingStory.WithCoOpted().Given(new EndCoOption(MeetingStory.Id, 3, 1, "Somebody else comes."), MeetingStory.Operations).File
        );
    }

    private static IEnumerable<(string, AdaptiveCard)> CoOptedCards()
    {
        var (operations, member, doctor) = (
            Context(CaseStory.Somebody(Role.Operations)),
            Context(CaseStory.Person("the-member", Role.GroupMember)),
            Context(MeetingStory.Doctor)
        );
        var (planned, coOpted) = (MeetingAt(MeetingStage.Planned), MeetingStory.WithCoOpted().File);
        var item = coOpted.Item(3)!;
        Filled wrong = new(
            ImmutableDictionary<string, string>.Empty.Add("ownerrole", "Head of midwifery"),
            [
                new("answer-needed", "Enter their name.", "ownername"),
                new("answer-needed", "Enter their email address.", "owneremail"),
                new("answer-needed", "Choose their agency.", "agency"),
            ]
        );
        yield return ("meeting-item-co-opt", CoOptCards.Draw(planned, planned.Item(3)!, Owners, Filled.Nothing, operations));
        yield return ("meeting-item-co-opt-wrong", CoOptCards.Draw(planned, planned.Item(3)!, Owners, wrong, operations));
        yield return ("meeting-item-co-opt-end", CoOptCards.End(coOpted, item, Filled.Nothing, operations));
        yield return (
            "meeting-item-co-opted",
            AgendaItemCard.Draw(coOpted, item, null, new(NoticeKind.Done, "They are co-opted to this item, and are told."), operations)
        );
        yield return ("meeting-item-co-opted-member", AgendaItemCard.Draw(coOpted, item, null, null, member));
        yield return ("meeting-co-opted", CoOptedItemCard.Draw(coOpted, item, null, doctor));
        var online = MeetingStory
            .At(MeetingStage.Planned)
            .Given(MeetingStory.CoOpts with { Number = 1 }, MeetingStory.Operations)
            .Given(MeetingStory.CoOpts with { Number = 2 }, MeetingStory.Operations)
            .Given(
                new MoveGroupMeeting(MeetingStory.Id, new(2026, 12, 16), "14:00", "By video", "The room is taken.")
                {
                    Until = "16:00",
                    IsOnline = true,
                },
                MeetingStory.Operations
            )
            .File;
        yield return ("meeting-co-opted-two", CoOptedItemCard.Draw(online, online.Item(1)!, online.Item(2), doctor));
        yield return (
            "meeting-attendance-co-opted",
            SessionCards.Attendance(coOpted, [.. TenSeats.Take(2)], Filled.Nothing, operations with { Today = MeetingStory.Day })
        );
        var held = MeetingStory
            .WithCoOpted()
            .On(MeetingStory.Day)
            .Given(new RecordGroupAttendance(MeetingStory.Id, MeetingStory.Came, 0), MeetingStory.Operations)
            .File;
        yield return (
            "meeting-item-interest-co-opted",
            SessionCards.Interest(held, held.Item(3)!, Filled.Nothing, operations with { Today = MeetingStory.Day })
        );
    }
}
