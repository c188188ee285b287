using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Words for files in a case's folders.</summary>
public static class FileWords
{
    /// <summary>A paper from outside, in the middle of a sentence.</summary>
    public static string Of(PaperKind kind) =>
        kind switch
        {
            PaperKind.NotificationCopy => "the copy of the serious incident notification",
            PaperKind.JointAgencyResponseMinutes => "the minutes of the Joint Agency Response",
        };

    /// <summary>A line of a folder's manifest (B9).</summary>
    public static string Line(SecuredFile file) =>
        $"{What(file)} ({file.Name}): {Size(file.Size)}, put in {Written.Moment(file.At)} by {file.By}. SHA-256 {file.Sha256}";

    /// <summary>What a secured file is, in the words of whoever put it in (B9).</summary>
    internal static string What(SecuredFile file) => file.Description.Length > 0 ? file.Description : "Not described";

    internal static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} kB" : $"{bytes / 1024.0 / 1024:0.0} MB";
}
