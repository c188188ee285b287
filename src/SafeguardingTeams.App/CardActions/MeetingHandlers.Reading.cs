using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupMinutes;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.GroupAgenda;
using SafeguardingTeams.Presentation.Steps.GroupMinutes;
using SafeguardingTeams.Presentation.Steps.GroupSession;
using SafeguardingTeams.Presentation.Steps.LearningDecision;
using SafeguardingTeams.Presentation.Steps.Seats;

namespace SafeguardingTeams.App.CardActions;

/// <content>What was typed about a meeting of the group, as the command that it asks for.</content>
internal sealed partial class MeetingHandlers
{
    private List<Seat> Seats() => [.. SeatCards.Seats(currentRules.Group).Take(SessionCards.MostSeats)];

    /// <summary>The seats as they are now; a meeting that was opened keeps those it was opened with.</summary>
    private Attendance Attendance(CardInvocation p, MeetingFile file) =>
        new(
            p.Input("began"),
            p.Input("confidentiality").Contains("yes", StringComparison.Ordinal),
            [
                .. Seats()
                    .Select(
                        (seat, i) =>
                            new SeatAttendance(
                                seat.Id,
                                seat.Title,
                                seat.AgencyName,
                                seat.Partner,
                                p.Choice<Presence>($"{SessionCards.SeatPrefix}{i.ToString(CultureInfo.InvariantCulture)}")
                                    ?? Presence.Absent
                            )
                    ),
            ],
            p.Input("others").Trim()
        );

    private DeclaredInterest Interest(CardInvocation p, MeetingFile file)
    {
        var seat = file.Attendance?.Seats.Find(one => one.SeatId == p.Input("seat"));
        var holder = Seats().Find(one => one.Id == p.Input("seat"))?.On(file.Plan!.Day);
        return new(
            seat is null ? "" : $"{seat.Title}, {seat.Agency}",
            holder?.PersonId ?? "",
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
                [
                    .. p.Input("outcomes")
                        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                        .Select(CardInvocation.Named<LearningOutcome>)
                        .OfType<LearningOutcome>()
                        .Distinct()
                        .Order(),
                ],
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
