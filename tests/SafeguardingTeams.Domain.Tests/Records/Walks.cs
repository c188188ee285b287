using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <summary>How a case can go on from wherever it stands: every command there is, by whoever may.</summary>
internal static class Walks
{
    private static readonly CaseId Id = CaseStory.Id;

    /// <summary>Each a command or several: one after the other, by whoever may.</summary>
    internal static IEnumerable<Func<Tried, Command>[]> Moves() =>
        [
            .. PermissionsTests.EveryCommand().Select(command => new Func<Tried, Command>[] { _ => command }),
            [_ => new DecideThreshold(Id, false, "Not serious.")],
            [_ => new DecideThreshold(Id, false, "Not serious.", true)],
            [_ => new DecideThreshold(Id, true, "It is serious.", true)],
            [_ => new Recommend(Id, false, "One criterion only.", false)],
            Leads(Decides, _ => true),
            Leads(Decides, lead => lead != Role.LeadPolice),
            Leads(Decides, _ => false),
            [_ => new DecideOnNotification(Id, false, NotificationGround.SeriousIncident, "Accidental.", true)],
            .. from ground in Enum.GetValues<NotificationGround>()
            from again in new[] { false, true }
            from move in new Func<Tried, Command>[]
            {
                _ => new DecideOnNotification(Id, true, ground, "After all.", again),
                tried => new RecordNotification(Id, ground, tried.File.Notification?.SentAt ?? tried.Now, "SIN-1", "After all.", again),
            }
            select new[] { move },
            Leads(Approves, _ => true),
            Leads(Approves, lead => lead != Role.LeadPolice),
            .. from concurs in new[] { true, false }
            from again in new[] { false, true }
            select new Func<Tried, Command>[]
            {
                tried => new RecordPanelAnswer(Id, concurs, "Its answer.", London.DateOf(tried.Now), "A slip.", again),
            },
        ];

    internal static Func<Tried, Command>[] Leads(Func<Tried, Role, bool, Command> says, Func<Role, bool> agrees) =>
        [.. Partners.Leads.Select(lead => (Func<Tried, Command>)(tried => says(tried, lead, agrees(lead))))];

    internal static RecordDecisionByTelephone Decides(Tried tried, Role lead, bool agrees) =>
        new(Id, tried.File.Round?.Number ?? 0, lead, agrees, agrees ? "" : "It is not serious.", "The lead.", "Called back.");

    internal static ApproveByTelephone Approves(Tried tried, Role lead, bool agrees) =>
        new(
            Id,
            tried.File.Review.Approval?.Round.Number ?? 0,
            lead,
            agrees,
            agrees ? "" : "An audit would do.",
            "The lead.",
            "Called back."
        );

    internal static Tried Next(Tried from, Func<Tried, Command> move)
    {
        var command = move(from);
        var (file, other) = command.Ref == RecordRef.Of(Id) ? (from.File, from.Other) : (from.Other, from.File);
        if (Accepted(command, file, command.Others.IsEmpty ? [] : [other], from.Now) is not var (actor, accepted))
        {
            return from;
        }

        return accepted.Changes.Aggregate(from, (tried, change) =>
            change.Record == RecordRef.Of(Id)
                ? tried with
                {
                    File = After(tried.File, change, actor, tried.Now),
                }
                : tried with
                {
                    Other = After(tried.Other, change, actor, tried.Now),
                }
        );
    }

    /// <summary>The first role to which the command is not refused, and what it decides.</summary>
    internal static (Actor Actor, Decision.Accepted Accepted)? Accepted(
        Command command,
        RecordFile file,
        RecordFile[] others,
        DateTimeOffset now
    )
    {
        foreach (var actor in Enum.GetValues<Role>().Select(PermissionsTests.Actor))
        {
            if (command.DecideFor(file, [.. others], new CaseStory { Now = now }.Context(actor)) is Decision.Accepted accepted)
            {
                return (actor, accepted);
            }
        }

        return null;
    }

    internal static TFile After<TFile>(TFile file, RecordChange change, Actor actor, DateTimeOffset at)
        where TFile : RecordFile =>
        Replay.Next(
            file,
            new(
                change.Record,
                file.Version + 1,
                at,
                new(actor.PersonId, actor.Display, actor.AgencyName, actor.Account, [.. file.RolesOf(actor).Order()]),
                $"c{file.Version}",
                change.Event
            )
        );
}

/// <summary>A case, another, and the time.</summary>
internal sealed record Tried(CaseFile File, CaseFile Other, DateTimeOffset Now);
