using System.Globalization;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Looks whether an online meeting has its link: before anybody is invited, and again after its content was changed. Nobody is to be
/// invited to a meeting they cannot join.
/// </summary>
internal sealed class MeetingLink(IMailbox mailbox)
{
    /// <summary>The link may come some time after its event.</summary>
    private const int MaxLooks = 6;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    /// <summary>Where it is noted that the link was seen.</summary>
    internal static string Seen(string number) => $"joined{number}";

    /// <summary>What becomes of the job where there is no link; null where there is, or where the event is not found.</summary>
    /// <param name="number">Which plan of the meeting it is.</param>
    /// <param name="isUninvited">Whether nobody was invited yet: an event without a link is then taken out, and made anew when asked.</param>
    internal async Task<ReconcileResult?> MissingAsync(
        Checkpoint checkpoint,
        string eventId,
        string number,
        bool isUninvited,
        CancellationToken cancellationToken
    )
    {
        if (checkpoint[Seen(number)].Length > 0 || await mailbox.ReadEventAsync(eventId, cancellationToken).FoundAsync() is not { } planned)
        {
            return null;
        }

        var looks = $"unlinked{number}";
        if (planned.JoinUrl is not null)
        {
            await checkpoint.SaveAsync(cancellationToken, (Seen(number), "yes"), (looks, ""));
            return null;
        }

        var looked = int.TryParse(checkpoint[looks], CultureInfo.InvariantCulture, out var before) ? before + 1 : 1;
        if (looked < MaxLooks)
        {
            await checkpoint.SaveAsync(cancellationToken, (looks, looked.ToString(CultureInfo.InvariantCulture)));
            return new ReconcileResult.Later(Soon);
        }

        if (!isUninvited)
        {
            await checkpoint.SaveAsync(cancellationToken, (looks, ""));
            return new ReconcileResult.DeadLettered(
                "The meeting has lost its link: those invited cannot join it. Open it in the operational team's calendar and switch the "
                    + "Teams meeting on again, then try again; or cancel the meeting and plan it anew."
            );
        }

        await mailbox.DeleteEventAsync(eventId, cancellationToken).FoundAsync();
        await checkpoint.SaveAsync(
            cancellationToken,
            (looks, ""),
            ($"event{number}", ""),
            ($"made{number}", ""),
            ("content", ""),
            ($"anew{number}", $"{checkpoint[$"anew{number}"]}/anew")
        );
        return new ReconcileResult.DeadLettered(
            "Outlook has made the meeting without a link to join it, so nobody was invited. The operational team's mailbox may lack a licence "
                + "with Teams: ask whoever looks after it, then try again."
        );
    }
}
