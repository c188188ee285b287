using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.Domain.Cases.Reviewing;

/// <summary>An agency in a Rapid Review.</summary>
/// <param name="Key">Its id in the partnership's file, or one made of its name.</param>
/// <param name="Name">As people say it.</param>
/// <param name="Representative">Who answers for it (RO9); null until named.</param>
public sealed record ReviewAgency(string Key, string Name, Contact? Representative)
{
    /// <summary>When letter and form went to it; null while it is only chosen.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>That it was asked by mistake and taken off again; null while it has its part, or was never asked (PD16).</summary>
    public TakenOff? TakenOff { get; init; }

    /// <summary>Whether it is still to be asked: it was chosen, and neither asked nor taken off.</summary>
    public bool IsToBeAsked => this is { AskedAt: null, TakenOff: null };

    /// <summary>What it returned; null while it has not.</summary>
    public ScopingReturn? Return { get; init; }

    /// <summary>How its records are secured (B9).</summary>
    public Securing Securing { get; init; } = Securing.Nothing;

    /// <summary>Whether somebody reaches its secured records for it (B9).</summary>
    public bool IsNominee(string personId) => AskedAt is not null && Securing.Nominee?.PersonId == personId;

    /// <summary>Whether its member of the group was asked beside the representative, because the return is late (RO11).</summary>
    public bool MemberAsked { get; init; }
}

/// <summary>That an agency was asked by mistake.</summary>
/// <param name="By">Who took it off, as others see them.</param>
public sealed record TakenOff(string Reason, DateTimeOffset At, string By);

/// <summary>Somebody who is written to: a person of the partnership's file, or one known by their address alone.</summary>
/// <param name="PersonId">Their id in the file; empty for somebody outside it.</param>
/// <param name="Display">Role and agency, or the name they are addressed by.</param>
/// <param name="Email">Their address; empty where the file gives none.</param>
public sealed record Contact(string PersonId, string Display, string Email)
{
    /// <summary>Whether they can be reached at all.</summary>
    public bool IsReachable => PersonId.Length > 0 || Email.Length > 0;
}

/// <summary>An agency's return: a form, or the confirmation that the family is not known (B6, B7).</summary>
/// <param name="By">Who, as others see them.</param>
/// <param name="Known">Whether the agency knows the family; if not there are no answers.</param>
/// <param name="FormId">The form; empty for a nil return.</param>
/// <param name="How">"on a card", or "as a Word form, read in by operations".</param>
public sealed record ScopingReturn(DateTimeOffset At, string By, bool Known, string FormId, int FormVersion, Answers Answers, string How)
{
    /// <summary>Who told operations that the family is not known, where they entered it.</summary>
    public HeardFrom? Heard { get; init; }
}
