using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.App.Errands;

/// <summary>
/// Makes the meeting in Outlook what the case says: an event first without anybody invited, then its people; moved, or cancelled, with
/// what everybody invited is told. One event for each plan, however often it is run.
/// </summary>
internal sealed class MeetingErrands(IMailbox mailbox, CaseInvitation invitation, LondonClock clock) : IErrands
{
    /// <summary>The note's subject, for whoever reads how invitations were answered.</summary>
    internal static readonly string Subject = new Errand(default, ErrandKind.Meeting, "", "", default).Subject;

    private static readonly TimeSpan NotFound = TimeSpan.FromMinutes(1);

    public ErrandKind Kind => ErrandKind.Meeting;

    /// <summary>The event of the meeting as planned now, by what is noted; empty where there is none yet.</summary>
    internal static string EventOf(IReadOnlyDictionary<string, string> noted, int number) => noted.GetValueOrDefault($"event{Text(number)}", "");

    public async Task<ErrandEnd> DoAsync(Errand errand, CaseFile file, ErrandNote note, CancellationToken cancellationToken)
    {
        var planned = file.Review.Meeting;
        foreach (var old in Numbers(note).Where(number => number != planned?.Number && note[$"cancelled{Text(number)}"].Length == 0))
        {
            if (await mailbox.CancelEventAsync(note[$"event{Text(old)}"], CaseInvitation.Cancelled(file), cancellationToken).FoundAsync() is null && note[$"missed{Text(old)}"].Length == 0)
            {
                // Only what is not to be found twice, some time apart, is gone.
                await note.SaveAsync(cancellationToken, ($"missed{Text(old)}", "yes"));
                return new ErrandEnd.Later(NotFound);
            }

            await note.SaveAsync(cancellationToken, ($"cancelled{Text(old)}", "yes"));
        }

        if (planned is null || planned.End <= clock.Now)
        {
            // One that is over is left as it was.
            return new ErrandEnd.Done();
        }

        var (number, content, invitees) = (Text(planned.Number), invitation.Content(file), invitation.Invitees(file));
        var id = note[$"event{number}"];
        if (id.Length == 0)
        {
            // An earlier try may have made it, of which the end is not known: what it holds is what it was made of then.
            if (note[$"made{number}"].Length == 0)
            {
                await note.SaveAsync(cancellationToken, ($"made{number}", Print(content)));
            }

            id = (await mailbox.CreateEventAsync(content, $"{file.Id}/meeting/{number}", cancellationToken).ValueAsync()).Id;
            await note.SaveAsync(cancellationToken, ($"event{number}", id), ("content", note[$"made{number}"]));
        }

        if (note["content"] != Print(content))
        {
            await mailbox.ChangeEventAsync(id, content, cancellationToken).ValueAsync();
            await note.SaveAsync(cancellationToken, ("content", Print(content)));
        }

        if (note["invited"] != Print(number, invitees))
        {
            await mailbox.InviteAsync(id, invitees, cancellationToken).ValueAsync();
            await note.SaveAsync(cancellationToken, ("invited", Print(number, invitees)));
        }

        return new ErrandEnd.Done();
    }

    private static IEnumerable<int> Numbers(ErrandNote note) => note.Fields.Keys.Where(key => key.StartsWith("event", StringComparison.Ordinal))
        .Select(key => int.Parse(key.AsSpan(5), CultureInfo.InvariantCulture)).Order();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Print(EventContent content) => Print($"{content.Subject}|{content.Html}|{content.Start:O}|{content.End:O}|{content.Place}|{content.Online}");

    private static string Print(string number, ImmutableList<Invitee> invitees) => Print($"{number}|{string.Join('|', invitees.Select(invitee => invitee.Address.ToUpperInvariant()).Order(StringComparer.Ordinal))}");

    private static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
