using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>Something that happened to a case. Stored for good under a versioned name; never edited.</summary>
public abstract record CaseEvent
{
    /// <summary>The case after it. Pure; refuses nothing: what is on the record happened.</summary>
    /// <param name="file">The case before.</param>
    /// <param name="recorded">The event as recorded: when, by whom.</param>
    public abstract CaseFile ApplyTo(CaseFile file, RecordedEvent recorded);

    /// <summary>Whether a new outcome came of it, of which the referrer is told (A4, A15).</summary>
    internal virtual bool TellsTheReferrer => false;

    /// <summary>Whether it begins the Rapid Review, or pins its dates: news to all who take part (A13).</summary>
    internal virtual bool BeginsTheRapidReview => false;
}

/// <summary>An event on the record.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="At">The instant.</param>
/// <param name="By">Who.</param>
/// <param name="CommandId">The command it came of.</param>
/// <param name="Event">What happened.</param>
public sealed record RecordedEvent(CaseId CaseId, int Sequence, DateTimeOffset At, RecordedActor By, string CommandId, CaseEvent Event);

/// <summary>Who, as it was at that moment.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Display">How others saw them.</param>
/// <param name="Agency">Their agency's name.</param>
/// <param name="Account">The account used: tenant id, a slash, object id.</param>
/// <param name="Roles">The roles they held for the case.</param>
public sealed record RecordedActor(
    string PersonId, string Display, string Agency, string Account, IReadOnlyList<Role> Roles);
