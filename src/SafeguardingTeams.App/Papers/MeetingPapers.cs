using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Group;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// Agenda and minutes of a meeting of the group as Word files, for whoever has a part in it; every reading is recorded first (E6, F1).
/// </summary>
public sealed class MeetingPapers(IRows rows, Visits visits, ReadAudit audit, PartnershipWords words)
{
    /// <summary>The agenda. What is not there and what is not theirs gives the same answer (F2).</summary>
    /// <param name="visit">Who, by the token.</param>
    public Task<PaperEnd> AgendaAsync(CardAction visit, RecordRef record, CancellationToken cancellationToken) =>
        DrawAsync(visit, record, "agenda", file => GroupDocuments.Agenda(file, words.PartnershipName), cancellationToken);

    /// <summary>The minutes as far as they are recorded; there once the meeting was opened.</summary>
    /// <inheritdoc cref="AgendaAsync"/>
    public Task<PaperEnd> MinutesAsync(CardAction visit, RecordRef record, CancellationToken cancellationToken) =>
        DrawAsync(
            visit,
            record,
            "minutes",
            file => file.Attendance is null ? null : GroupDocuments.Minutes(file, words.PartnershipName),
            cancellationToken
        );

    private async Task<PaperEnd> DrawAsync(
        CardAction visit,
        RecordRef record,
        string name,
        Func<MeetingFile, ReadOnlyMemory<byte>?> draw,
        CancellationToken cancellationToken
    )
    {
        if (
            record.Kind != RecordKind.Meeting
            || await visits.OfAsync(visit, cancellationToken) is not { } reader
            || (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record is not MeetingFile file
            || !MeetingPermissions.Sees(file, reader.Actor)
            || draw(file) is not { } drawn
        )
        {
            return new PaperEnd.NotThere();
        }

        await audit.RecordAsync(reader, record, cancellationToken);
        return new PaperEnd.Drawn($"{record}-{name}.docx", drawn);
    }
}
