using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Flows;

/// <summary>Whether a subscriber may be told, asked each time: by their account as it is at that moment, and the record as it is.</summary>
public sealed class FlowAudience(Arrivals arrivals, IPeople people)
{
    /// <summary>Who a subscriber is now.</summary>
    internal async Task<FlowStanding> OfAsync(FlowSubscriber by, CancellationToken cancellationToken) =>
        by switch
        {
            FlowSubscriber.Application application => people.ListsTenant(application.TenantId)
                ? FlowStanding.EveryRecord
                : FlowStanding.Out,
            FlowSubscriber.Person person => await arrivals.ResolveAsync(person.Account, "", cancellationToken) switch
            {
                ArrivedAs.Somebody somebody when somebody.Actor.PersonId == person.PersonId => new(true, somebody.Actor),
                ArrivedAs.MustPickAgency => FlowStanding.Nothing,
                _ => FlowStanding.Out,
            },
            _ => throw new InvalidOperationException("An unknown kind of subscriber."),
        };
}

/// <summary>How a subscriber stands.</summary>
/// <param name="ComesIn">Whether they may come in at all.</param>
/// <param name="Actor">Who they are; null for an application.</param>
internal sealed record FlowStanding(bool ComesIn, Actor? Actor)
{
    private bool ReadsCodes { get; init; }

    /// <summary>Somebody who may no longer come in.</summary>
    internal static FlowStanding Out { get; } = new(false, null);

    /// <summary>Somebody who has yet to say which agency they are of.</summary>
    internal static FlowStanding Nothing { get; } = new(true, null);

    /// <summary>An application.</summary>
    internal static FlowStanding EveryRecord { get; } = new(true, null) { ReadsCodes = true };

    /// <summary>Whether the record has to be read to know.</summary>
    internal bool AsksTheRecord => Actor is not null;

    /// <summary>Whether they are told this.</summary>
    /// <param name="record">The record as it is now; null where it was not read.</param>
    /// <param name="said">What is announced; null where it is the answer to a question.</param>
    internal bool IsTold(RecordFile? record, Announcement? said) =>
        ReadsCodes
        || Actor is not null
            && record is not null
            && (said is null ? RecordSight.Sees(record, Actor) : FlowSight.Shows(record, Actor, said));
}
