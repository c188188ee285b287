using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Presentation.Steps.GroupSession;
using SafeguardingTeams.Presentation.Steps.LearningDecision;
using SafeguardingTeams.Presentation.Steps.Seats;

namespace SafeguardingTeams.App.CardActions;

/// <content>What was typed about a meeting of the group, as the command that it asks for.</content>
internal sealed partial class MeetingHandlers
{
    /// <summary>Who was there, by the seats the card was drawn with: one that was filled or ended meanwhile moves no other.</summary>
    private Attendance Attendance(CardInvocation p, MeetingFile file)
    {
        var known = seats.Of(file);
        return seats.Came(
            p.Input("began"),
            p.Input("confidentiality").Contains("yes", StringComparison.Ordinal),
            p.Key("seats")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Take(SessionCards.MostSeats)
                .Select((id, i) => (Seat: known.Find(seat => seat.Id == id), Presence: PresenceOf(p, i)))
                .Where(one => one.Seat is not null)
                .Select(one => (one.Seat!, one.Presence)),
            p.Input("others")
        );
    }

    private static Presence PresenceOf(CardInvocation p, int seat) =>
        p.Choice<Presence>($"{SessionCards.SeatPrefix}{seat.ToString(CultureInfo.InvariantCulture)}") ?? Presence.Absent;

    /// <summary>Of a seat of the group, or of somebody who is co-opted to the item.</summary>
    private DeclaredInterest Interest(CardInvocation p, MeetingSeen seen)
    {
        var file = seen.File;
        var seat = file.Attendance?.Seats.Find(one => one.SeatId == p.Input("seat"));
        var holder = SeatCards.Seats(currentRules.Group).FirstOrDefault(one => one.Id == p.Input("seat"))?.On(file.Plan!.Day);
        var coOpted = CoOptedBy(p.Input("seat"), seen.Item);
        return new(
            seat is not null ? $"{seat.Title}, {seat.Agency}" : coOpted?.RoleAndAgency ?? "",
            holder?.PersonId ?? coOpted?.Who.PersonId ?? "",
            p.Input("what"),
            p.Choice<AfterInterest>("followed") ?? AfterInterest.Left
        );
    }

    private static DecideItem Decided(CardInvocation p, MeetingSeen seen)
    {
        var isLearning = seen.Item!.Subject is { Kind: RecordKind.Learning };
        GroupsDecision? learning = isLearning
            ? new(
                p.Input("considered").Trim(),
                p.Choices<LearningOutcome>("outcomes"),
                p.Input("reason").Trim(),
                p.Input("referrertold").Trim(),
                p.Input("equality").Trim(),
                p.Input("participation").Trim(),
                seen.File.Plan!.Day
            )
            : null;
        return new(
            seen.File.Ref,
            seen.Item.Number,
            seen.Item.Subject,
            new(
                ItemEnd.Decided,
                learning is null ? p.Input("decision") : LearningDecisionCards.InWords(learning),
                p.Input("reason"),
                p.Input("equality"),
                p.Input("participation"),
                p.Input("tell")
            )
            {
                Corrected = p.Input("corrected"),
            },
            learning,
            p.Again
        )
        {
            Themes = isLearning && p.Has("themes") ? p.Several("themes") : null,
            Recommends = isLearning ? [] : p.Choices<GroupsMethod>("recommends"),
            Joined = isLearning ? p.Joined : [],
            Actions = Waiting(p),
        };
    }

    /// <summary>The actions of the item, as the card was drawn with them.</summary>
    private static ImmutableList<RecordRef> Waiting(CardInvocation p) =>
        [
            .. p.Key("planned")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(RecordRef.TryParse)
                .OfType<RecordRef>()
                .Where(record => record.Kind == RecordKind.Action)
                .Take(PlanItemAction.Most),
        ];

    private static DecideItem Ended(CardInvocation p, MeetingSeen seen, ItemEnd end) =>
        new(
            seen.File.Ref,
            seen.Item!.Number,
            seen.Item.Subject,
            new(end, p.Input("decision"), p.Input("reason"), "", "", "") { Corrected = p.Input("corrected") },
            null,
            p.Again
        )
        {
            Actions = [.. DecideItem.Waiting(seen.Item)],
        };
}
