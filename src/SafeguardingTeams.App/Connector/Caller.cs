using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Connector;

/// <summary>Who calls the connector's API, by the token.</summary>
public abstract record Caller
{
    private Caller() { }

    /// <summary>A flow in somebody's name: it may what they may.</summary>
    /// <param name="Reader">Who, for the record of reads.</param>
    /// <param name="Account">The account of the token.</param>
    public sealed record Person(Reader Reader, Account Account) : Caller
    {
        /// <summary>Who, with the roles in force.</summary>
        public Actor Actor => Reader.Actor;
    }

    /// <summary>
    /// An application in nobody's name, which the partnership has listed: it reads coded rows and subscribes, and does nothing else, since
    /// an application is no person.
    /// </summary>
    public sealed record Application(string TenantId, string ClientId) : Caller;
}

/// <summary>Who calls, as it turned out.</summary>
public abstract record CallerEnd
{
    private CallerEnd() { }

    /// <summary>Somebody who may call.</summary>
    public sealed record Known(Caller Caller) : CallerEnd;

    /// <summary>Somebody of a tenant with several agencies who has not said yet which is theirs: they say it once, on the page.</summary>
    public sealed record MustPickAgency : CallerEnd;

    /// <summary>Nobody of ours.</summary>
    public sealed record Refused : CallerEnd;
}

/// <summary>Makes a caller of an account.</summary>
public sealed class Callers(Arrivals arrivals, LondonClock clock)
{
    /// <summary>Who calls with an account.</summary>
    /// <param name="account">Of the token.</param>
    /// <param name="name">As the token has it, for who is not in the partnership's file.</param>
    /// <param name="operation">What is called, for the record of reads.</param>
    public async Task<CallerEnd> PersonAsync(Account account, string name, string operation, CancellationToken cancellationToken) =>
        await arrivals.ResolveAsync(account, name, cancellationToken) switch
        {
            // A guest with papers only reads these on the page, and has no flows here (C9).
            ArrivedAs.Somebody { Actor.ReadsPapersOnly: true } => new CallerEnd.Refused(),
            ArrivedAs.Somebody somebody => new CallerEnd.Known(
                new Caller.Person(
                    new(Guid.NewGuid().ToString("N")[..12], somebody.Actor, clock.Now, operation, ReadPurposes.PowerPlatform),
                    account
                )
            ),
            ArrivedAs.MustPickAgency => new CallerEnd.MustPickAgency(),
            _ => new CallerEnd.Refused(),
        };
}
