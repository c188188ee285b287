using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.SecuredRecords;

/// <summary>Agencies secure their records: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<SecuringConfirmed>(
                (confirmed, file) =>
                    (
                        $"{ReviewWords.Agency(file, confirmed.Agency)}: {ReviewWords.Step(confirmed.What)} "
                            + $"({Written.ShortDay(confirmed.On)}){(confirmed.Reason is null ? "" : $", put right: {confirmed.Said}")}",
                        confirmed.Reason ?? confirmed.Said
                    )
            )
            .Line<NomineeNamed>(
                (named, file) =>
                    ($"{ReviewWords.Agency(file, named.Agency)}: {named.Nominee.Display} may reach the secured records", named.Reason)
            )
            .Line<FileSecured>(
                (secured, file) =>
                    (
                        $"{ReviewWords.Agency(file, secured.Agency)}: {Described(secured)} put into the secured folder, "
                            + $"{Written.Count((int)Math.Min(int.MaxValue, secured.Size), "byte", "bytes")}, SHA-256 {secured.Sha256}",
                        ""
                    )
            )
            .Line<FolderReported>(
                (reported, file) =>
                    reported.What.Length > 0
                        ? ($"{ReviewWords.Folders(file, reported.Agency)}: access is not what it should be", reported.What)
                        : ($"{ReviewWords.Folders(file, reported.Agency)}: access is as it should be again", "")
            )
            .Line<AccessEnded>((_, _) => ("Access to the secured folders ended", ""));

    private static string Described(FileSecured secured) =>
        secured.Description is { Length: > 0 } what ? $"“{what}” ({secured.Name})" : secured.Name;
}
