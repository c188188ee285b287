using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Group;

/// <summary>A change to people or roles that waits, or waited, for a second person (PD17).</summary>
/// <param name="Roles">Whose holders may confirm it.</param>
/// <param name="Asked">Who was asked.</param>
/// <param name="ByPersonId">Who proposed it.</param>
/// <param name="By">How others read them.</param>
public sealed record PeopleProposal(
    int Number,
    PersonChange Change,
    string Reason,
    ImmutableList<Role> Roles,
    ImmutableList<string> Asked,
    string ByPersonId,
    string By,
    DateTimeOffset At
)
{
    /// <summary>What came of it; null while it waits.</summary>
    public ProposalAnswer? Answer { get; init; }
}

/// <summary>What came of a proposal.</summary>
/// <param name="By">Who answered, as others read them.</param>
/// <param name="Reason">Why it was declined; empty else.</param>
public sealed record ProposalAnswer(ProposalEnd End, string By, DateTimeOffset At, string Reason);

/// <summary>How a proposal can end.</summary>
public enum ProposalEnd
{
    /// <summary>A second person confirmed it: it holds.</summary>
    Confirmed,

    /// <summary>A second person declined it.</summary>
    Declined,

    /// <summary>Who proposed it took it back.</summary>
    TakenBack,
}
