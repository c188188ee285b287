using Microsoft.Graph.Models;
using SafeguardingTeams.Microsoft365.Graph.Wire;

namespace SafeguardingTeams.Microsoft365.Graph.Outlook;

/// <summary>
/// Before the first event: can the mailbox hold meetings in Teams, and are answers counted in its calendar? Without the one everybody
/// would be invited to a meeting without a link, without the other nobody would ever have answered. Asked once for each process; only a
/// yes is kept.
/// </summary>
internal sealed class CalendarCheck(GraphConnection graph)
{
    private volatile bool _isRight;

    /// <summary>Null where an event can be made, else what is wrong.</summary>
    /// <param name="online">Whether it is to be held in Teams.</param>
    internal async Task<string?> FaultAsync(bool online, CancellationToken cancellationToken)
    {
        if (_isRight)
        {
            return null;
        }

        var (teams, tallying) = await LookAsync(cancellationToken);
        _isRight = teams is null && tallying is null;
        return (online ? teams : null) ?? tallying;
    }

    /// <summary>What is wrong with meetings in Teams, and with counting answers; each null where nothing is.</summary>
    internal async Task<(string? Teams, string? Tallying)> LookAsync(CancellationToken cancellationToken)
    {
        var calendar = await graph
            .Client.Users[graph.Options.Mailbox]
            .Calendar.GetAsync(
                call => call.QueryParameters.Select = ["allowedOnlineMeetingProviders", "isTallyingResponses"],
                cancellationToken
            );
        return (
            calendar?.AllowedOnlineMeetingProviders?.Contains(OnlineMeetingProviderType.TeamsForBusiness) == true
                ? null
                : "The operational team's mailbox cannot hold meetings in Teams: it needs a licence with Teams.",
            calendar?.IsTallyingResponses == false
                ? "Answers to invitations are not counted in the operational team's calendar: it has to be the mailbox's own main calendar."
                : null
        );
    }
}
