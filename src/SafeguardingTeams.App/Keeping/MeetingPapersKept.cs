using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Group;
using SafeguardingTeams.Presentation.Steps.GroupKeeping;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Keeping;

/// <summary>
/// Agenda and minutes of a meeting of the group as they went: drawn from the meeting as it was when they were sent, once, by whoever needs
/// them first (E6, E17, F1).
/// </summary>
internal sealed class MeetingPapersKept(PartnershipWords words, IPeople people, KeptDocuments keeping, IRows rows)
{
    /// <summary>The file of a sending.</summary>
    /// <exception cref="KeptFileException">It is not there, or not what was recorded.</exception>
    internal async Task<KeptBytes> OfAsync(MeetingFile file, MeetingSending sending, CancellationToken cancellationToken)
    {
        var kept = KeptFile.Of(file).FirstOrDefault(one => one.Document.Occasion == sending.Occasion);
        return kept is not null
            ? await keeping.ReadAsync(file, kept, cancellationToken)
            : (await keeping.KeepAsync(file, sending.Occasion, Recipients(sending), [Drawing(file, sending)], cancellationToken))[0];
    }

    /// <summary>
    /// Keeps what has gone and is not kept yet, and looks whether all that is kept is what went; one that is not keeps none of the others
    /// from being kept.
    /// </summary>
    /// <exception cref="KeptFileException">Something is not there, or not what was recorded.</exception>
    internal Task KeepAllAsync(MeetingFile file, CancellationToken cancellationToken) =>
        EachKept.AsItWentAsync(
            MeetingSending.Of(file),
            async sending =>
                await OfAsync(
                    (MeetingFile)(await StoredRecord.LoadAsync(rows, file.Ref, cancellationToken)).Record,
                    sending,
                    cancellationToken
                ),
            SentPapersCard.What
        );

    /// <summary>Whom it went to, as they were that day: by role and agency.</summary>
    private string Recipients(MeetingSending sending)
    {
        Role[] roles = sending.Kind == KeptKind.MinutesToChair ? [Role.Chair] : [Role.Chair, Role.GroupMember, Role.Scrutineer];
        return string.Join(
            "; ",
            people
                .Actors(London.DateOf(sending.At))
                .Where(person => person.Roles.Overlaps(roles))
                .Select(person => person.Display)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }

    private Drawing Drawing(MeetingFile file, MeetingSending sending)
    {
        var then = sending.AsSent(file);
        var (name, isAgenda) = sending.Kind switch
        {
            KeptKind.GroupAgenda => ("agenda", true),
            KeptKind.MinutesToChair => ("draft-minutes-to-the-chair", false),
            KeptKind.DraftMinutes => ("draft-minutes", false),
            KeptKind.ApprovedMinutes => ("minutes", false),
            _ => throw new InvalidOperationException($"No {sending.Kind} goes of a meeting."),
        };
        return new(
            sending.Kind,
            "",
            $"{file.Ref}-{name}{(sending.Which > 1 ? $"-{sending.Which.ToString(CultureInfo.InvariantCulture)}" : "")}.docx",
            () => isAgenda ? GroupDocuments.Agenda(then, words) : GroupDocuments.Minutes(then, words)
        );
    }
}
