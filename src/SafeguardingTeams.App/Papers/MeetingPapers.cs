using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Group;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// Agenda and minutes of a meeting of the group as Word files, for whoever has a part in it; every reading is recorded first (E6, F1). What
/// has gone is opened as it went.
/// </summary>
public sealed class MeetingPapers
{
    private readonly IRows _rows;
    private readonly Visits _visits;
    private readonly ReadAudit _audit;
    private readonly PartnershipWords _words;
    private readonly MeetingPapersKept _kept;
    private readonly KeptPapersWatch _watch;

    internal MeetingPapers(
        IRows rows,
        Visits visits,
        ReadAudit audit,
        PartnershipWords words,
        MeetingPapersKept kept,
        KeptPapersWatch watch
    ) => (_rows, _visits, _audit, _words, _kept, _watch) = (rows, visits, audit, words, kept, watch);

    /// <summary>
    /// The agenda: as it was sent last; before that, as it is. What is not there and what is not theirs gives the same answer (F2).
    /// </summary>
    /// <param name="visit">Who, by the token.</param>
    public Task<PaperEnd> AgendaAsync(CardAction visit, RecordRef record, CancellationToken cancellationToken) =>
        OpenAsync(visit, record, (file, _) => (MeetingSending.Newest(file, minutes: false), Agenda(file)), cancellationToken);

    /// <summary>The minutes: as they went last; before that as far as they are recorded, once the meeting was opened.</summary>
    /// <inheritdoc cref="AgendaAsync"/>
    public Task<PaperEnd> MinutesAsync(CardAction visit, RecordRef record, CancellationToken cancellationToken) =>
        OpenAsync(visit, record, (file, _) => (MeetingSending.Newest(file, minutes: true), Minutes(file)), cancellationToken);

    /// <summary>The agenda as it is now, for who looks after it.</summary>
    /// <inheritdoc cref="AgendaAsync"/>
    public Task<PaperEnd> AgendaNowAsync(CardAction visit, RecordRef record, CancellationToken cancellationToken) =>
        OpenAsync(visit, record, (file, actor) => (null, LooksAfterIt(actor) ? Agenda(file) : null), cancellationToken);

    /// <summary>The minutes as they are now, for who looks after them.</summary>
    /// <inheritdoc cref="AgendaAsync"/>
    public Task<PaperEnd> MinutesNowAsync(CardAction visit, RecordRef record, CancellationToken cancellationToken) =>
        OpenAsync(visit, record, (file, actor) => (null, LooksAfterIt(actor) ? Minutes(file) : null), cancellationToken);

    /// <summary>One of all that went, as it went.</summary>
    /// <param name="visit">Who, by the token.</param>
    /// <param name="number">The event that sent it.</param>
    public Task<PaperEnd> SentAsync(CardAction visit, RecordRef record, int number, CancellationToken cancellationToken) =>
        OpenAsync(visit, record, (file, _) => (MeetingSending.Of(file).Find(one => one.Number == number), null), cancellationToken);

    private static bool LooksAfterIt(Actor actor) => actor.Roles.Any(role => role is Role.Operations or Role.Chair);

    private PaperEnd.Drawn Agenda(MeetingFile file) => new($"{file.Ref}-agenda.docx", GroupDocuments.Agenda(file, _words));

    private PaperEnd.Drawn? Minutes(MeetingFile file) =>
        file.Attendance is null ? null : new($"{file.Ref}-minutes.docx", GroupDocuments.Minutes(file, _words));

    private async Task<PaperEnd> OpenAsync(
        CardAction visit,
        RecordRef record,
        Func<MeetingFile, Actor, (MeetingSending? Sent, PaperEnd.Drawn? Now)> which,
        CancellationToken cancellationToken
    )
    {
        if (
            record.Kind != RecordKind.Meeting
            || await _visits.OfAsync(visit, cancellationToken) is not { } reader
            || (await StoredRecord.LoadAsync(_rows, record, cancellationToken)).Record is not MeetingFile file
            || !MeetingPermissions.Sees(file, reader.Actor)
            || which(file, reader.Actor) is var (sent, now) && sent is null && now is null
        )
        {
            return new PaperEnd.NotThere();
        }

        await _audit.RecordAsync(reader, file, cancellationToken);
        try
        {
            return sent is null ? now!
                : await _kept.OfAsync(file, sent, cancellationToken) is var kept ? new PaperEnd.Drawn(kept.Document.Name, kept.Bytes)
                : now!;
        }
        catch (KeptFileException wrong)
        {
            return await _watch.GoneAsync(record, wrong, cancellationToken);
        }
    }
}
