using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Cases.Reviewing;

/// <summary>How an agency's records are secured: four confirmations, each for itself (B9), and what lies in the folder.</summary>
/// <param name="InvolvementChecked">It was checked whether there are records: by whom, when.</param>
/// <param name="Secured">They were removed to a secure place: where, by whom, when.</param>
/// <param name="Nominee">Who alone may reach them; null until named.</param>
/// <param name="WorkingCopy">Whether a copy was made for ongoing work, or none is needed.</param>
/// <param name="Files">What was put into the folder.</param>
public sealed record Securing(
    Confirmation? InvolvementChecked,
    Confirmation? Secured,
    Contact? Nominee,
    Confirmation? WorkingCopy,
    ImmutableList<SecuredFile> Files
)
{
    /// <summary>Nothing confirmed yet.</summary>
    public static Securing Nothing { get; } = new(null, null, null, null, []);

    /// <summary>An alarm that access to the folder is not what it should be; empty where there is none.</summary>
    public string Alarm { get; init; } = "";

    /// <summary>Whether all four are confirmed.</summary>
    public bool IsComplete => this is { InvolvementChecked: not null, Secured: not null, Nominee: not null, WorkingCopy: not null };
}

/// <summary>Something an agency confirmed.</summary>
/// <param name="What">What, in its own words: a place, "made", "not needed".</param>
/// <param name="On">The day it was so.</param>
/// <param name="By">Who confirmed it, as others see them.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Confirmation(string What, DateOnly On, string By, DateTimeOffset At);

/// <summary>One line of the manifest of a secured folder.</summary>
/// <param name="Name">The file’s name in the folder: the case reference and the start of its hash.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Its hash, hexadecimal.</param>
/// <param name="By">Who, as others see them.</param>
/// <param name="Description">What it is, in a few words; empty where it was put in before that was asked for.</param>
public sealed record SecuredFile(string Name, long Size, string Sha256, DateTimeOffset At, string By, string Description);
