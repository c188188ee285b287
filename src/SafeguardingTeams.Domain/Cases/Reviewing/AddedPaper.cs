using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Reviewing;

/// <summary>The papers of a Rapid Review that come from outside this system (B13).</summary>
public enum PaperKind
{
    /// <summary>Minutes of the Joint Agency Response, where one was held.</summary>
    JointAgencyResponseMinutes,

    /// <summary>The local authority's serious incident notification.</summary>
    NotificationCopy,
}

/// <summary>A paper from outside, in the case's folder.</summary>
/// <param name="Name">The file's name there.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Its hash, hexadecimal.</param>
public sealed record AddedPaper(PaperKind Kind, string Name, long Size, string Sha256);
