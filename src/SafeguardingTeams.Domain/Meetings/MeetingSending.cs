using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Meetings;

/// <summary>
/// Agenda or minutes of a meeting of the group going out, or the minutes being approved: what went is the file of that day, whatever is put
/// right afterwards (E6, E17, F1).
/// </summary>
/// <param name="Kind">What went.</param>
/// <param name="Which">From 1, of its kind: sent again it is another version, and both are kept.</param>
/// <param name="Number">The event that sent it.</param>
/// <param name="At">When.</param>
public sealed record MeetingSending(KeptKind Kind, int Which, int Number, DateTimeOffset At)
{
    /// <summary>Names it among what is kept.</summary>
    public string Occasion => $"{Kind}.{Number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>All of a meeting's, oldest first.</summary>
    public static ImmutableList<MeetingSending> Of(MeetingFile file)
    {
        var all = ImmutableList.CreateBuilder<MeetingSending>();
        foreach (var recorded in file.History)
        {
            if (recorded.Event is MeetingEvent { Sends: { } kind })
            {
                all.Add(new(kind, all.Count(one => one.Kind == kind) + 1, recorded.Sequence, recorded.At));
            }
        }

        return all.ToImmutable();
    }

    /// <summary>The newest agenda, or the newest minutes; null where none has gone.</summary>
    public static MeetingSending? Newest(MeetingFile file, bool minutes) =>
        Of(file).FindLast(sending => sending.Kind == KeptKind.GroupAgenda != minutes);

    /// <summary>The meeting as it was when this went.</summary>
    public MeetingFile AsSent(MeetingFile file) => Replay.From(new MeetingFile(file.Reference), file.History.Take(Number));

    /// <summary>Whether what it shows is recorded otherwise by now.</summary>
    public bool IsOutdated(MeetingFile file) =>
        file
            .History.Skip(Number)
            .Any(recorded =>
                recorded.Event is MeetingEvent later && (Kind == KeptKind.GroupAgenda ? later.ChangesAgenda : later.ChangesMinutes)
            );

    /// <summary>Whether the draft that members have is not what is recorded by now: it goes again (E17).</summary>
    public static bool IsDraftToGoAgain(MeetingFile file) =>
        file.Stage == MeetingStage.MinutesCirculated && Newest(file, minutes: true) is { } sent && sent.IsOutdated(file);
}
