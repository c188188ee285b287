namespace SafeguardingTeams.Domain.People;

/// <summary>Something that may not be so of the people of a partnership.</summary>
/// <param name="PersonId">Of whom; empty where it is of nobody in particular.</param>
/// <param name="Other">What else it is about: another person, an account, an agency.</param>
public sealed record RosterFault(RosterFaultKind Kind, string PersonId = "", Role? Role = null, string Other = "")
{
    /// <summary>Which of the people, by their place; -1 where it is of nobody in particular.</summary>
    public int Person { get; init; } = -1;

    /// <summary>Which of their accounts or roles, by its place.</summary>
    public int Entry { get; init; } = -1;

    /// <summary>Whether it is the same, wherever it stands.</summary>
    public bool IsSame(RosterFault other) => (Kind, PersonId, Role, Other) == (other.Kind, other.PersonId, other.Role, other.Other);
}

/// <summary>What may not be so.</summary>
public enum RosterFaultKind
{
    /// <summary>An id stands twice.</summary>
    IdTwice,

    /// <summary>Two people who are here are called the same.</summary>
    DisplayTwice,

    /// <summary>Two people hold an account.</summary>
    AccountOfTwo,

    /// <summary>One person holds an account twice.</summary>
    AccountTwice,

    /// <summary>An id that cannot stand in keys.</summary>
    Id,

    /// <summary>Nothing says how others read them.</summary>
    Display,

    /// <summary>There is no such agency.</summary>
    Agency,

    /// <summary>An address that is none.</summary>
    Email,

    /// <summary>An object id that is none.</summary>
    ObjectId,

    /// <summary>An account in a tenant that may not come in.</summary>
    Tenant,

    /// <summary>No account in a tenant that may hold their agency.</summary>
    NotOfTheAgency,

    /// <summary>A role whose holder decides on cards, and no account.</summary>
    NeedsAccount,

    /// <summary>A role nobody is given.</summary>
    NotGiven,

    /// <summary>A role that ends before it begins.</summary>
    Order,

    /// <summary>The same role twice at one time.</summary>
    Overlap,

    /// <summary>A deputy who stands twice.</summary>
    DeputyTwice,

    /// <summary>A deputy who is nobody else.</summary>
    DeputyUnknown,

    /// <summary>A deputy without an account for a role whose holder decides on cards.</summary>
    DeputyNeedsAccount,

    /// <summary>A deputy of a lead who is of another partner.</summary>
    DeputyOfAnother,

    /// <summary>Lead representative of two partners, or standing in for one.</summary>
    LeadOfTwo,
}
