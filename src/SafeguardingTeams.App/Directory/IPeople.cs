using System.Collections.Immutable;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Directory;

/// <summary>A person of the partnership: one person, whatever accounts they come with.</summary>
/// <param name="Id">Their own id.</param>
/// <param name="Display">What others see.</param>
/// <param name="Accounts">The accounts they may come with.</param>
public sealed record Person(string Id, string Display, string AgencyId, ImmutableList<Account> Accounts);

/// <summary>Who people are and what they may do, by the partnership's file and the group's record.</summary>
public interface IPeople
{
    /// <summary>Whether people of the tenant may come in at all.</summary>
    bool ListsTenant(string tenantId);

    /// <summary>Who comes with this account.</summary>
    Arrival Recognise(Account account, DateOnly today);

    /// <summary>
    /// Everybody who is or was here: what the group's record says of them, or the partnership's file where it says nothing.
    /// </summary>
    Roster Roster { get; }

    /// <summary>Everybody who is here as they would act that day, in the file's order, those who came later after them.</summary>
    ImmutableList<Actor> Actors(DateOnly today);

    /// <summary>Who holds which role that day by its from and to dates, in order; absences and deputies change nothing in it.</summary>
    ImmutableList<RoleHolder> Holders(DateOnly today);

    /// <summary>A person, whether they are still here or not; null where there is none of the id.</summary>
    Person? Find(string personId);

    /// <summary>The agency's name as people say it.</summary>
    string AgencyName(string agencyId);

    /// <summary>The roles that somebody has to hold and nobody does on a day: each in words.</summary>
    ImmutableList<string> GapsOn(DateOnly day);
}

/// <summary>Who came.</summary>
public abstract record Arrival
{
    /// <summary>Somebody of the partnership, with the roles in force.</summary>
    public sealed record Known(Actor Actor) : Arrival;

    /// <summary>A practitioner of a listed tenant who holds nothing: may refer, and see their own referrals.</summary>
    /// <param name="PersonId">Derived from the account, always the same.</param>
    /// <param name="AgencyIds">The agencies of the tenant; where there are several the person picks one.</param>
    public sealed record Practitioner(string PersonId, ImmutableList<string> AgencyIds) : Arrival;

    /// <summary>A tenant that is not listed, or somebody who has left: refused, and told nothing.</summary>
    public sealed record Stranger : Arrival;
}
