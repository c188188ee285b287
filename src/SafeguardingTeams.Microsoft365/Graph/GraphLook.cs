using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph.Outlook;
using SafeguardingTeams.Microsoft365.Graph.SharePoint;
using SafeguardingTeams.Microsoft365.Graph.Wire;

namespace SafeguardingTeams.Microsoft365.Graph;

/// <summary>Looks whether Outlook and SharePoint are as the settings say, without changing anything there.</summary>
public sealed class GraphLook
{
    private readonly GraphConnection _graph;
    private readonly GraphCalls _calls;
    private readonly LibraryCheck _libraries;
    private readonly CalendarCheck _calendar;
    private readonly IMailbox _mailbox;

    internal GraphLook(GraphConnection graph, GraphCalls calls, LibraryCheck libraries, CalendarCheck calendar, IMailbox mailbox) =>
        (_graph, _calls, _libraries, _calendar, _mailbox) = (graph, calls, libraries, calendar, mailbox);

    /// <summary>The first thing wrong with site or mailbox, in words; empty where nothing is.</summary>
    public async Task<string> FaultAsync(CancellationToken cancellationToken) =>
        await SiteAsync(cancellationToken) is { Length: > 0 } site ? site : await MailboxAsync(cancellationToken);

    /// <summary>What is wrong with the site and its three libraries; empty where nothing is.</summary>
    public async Task<string> SiteAsync(CancellationToken cancellationToken) =>
        await _calls.RunAsync<Nothing>(
            "look-site",
            false,
            async stop =>
                await _libraries.LookAsync(stop) is { } fault
                    ? new GraphResult<Nothing>.Refused(fault)
                    : new GraphResult<Nothing>.Done(Nothing.Value),
            GraphCalls.Patience,
            cancellationToken
        ) switch
        {
            GraphResult<Nothing>.Done => "",
            GraphResult<Nothing>.Refused refused => refused.Why,
            _ => "Microsoft 365 does not answer, or gives the host's identity no token.",
        };

    /// <summary>What is wrong with the operational team's mailbox; empty where nothing is.</summary>
    public async Task<string> MailboxAsync(CancellationToken cancellationToken) =>
        await _mailbox.FindMailAsync("look", cancellationToken) switch
        {
            GraphResult<OutlookMail>.Done => "",
            GraphResult<OutlookMail>.NotFound => "",
            GraphResult<OutlookMail>.Refused refused => refused.Why,
            _ => "Microsoft 365 does not answer, or gives the host's identity no token.",
        };

    /// <summary>
    /// What is wrong with its calendar, online meetings and the counting of answers; empty where nothing is.
    /// </summary>
    public async Task<string> CalendarAsync(CancellationToken cancellationToken) =>
        await _calls.RunAsync<Nothing>(
            "look-calendar",
            false,
            async stop =>
                await _calendar.LookAsync(stop) is var (teams, tallying) && (teams ?? tallying) is { } fault
                    ? new GraphResult<Nothing>.Refused(fault)
                    : new GraphResult<Nothing>.Done(Nothing.Value),
            GraphCalls.Patience,
            cancellationToken
        ) switch
        {
            GraphResult<Nothing>.Done => "",
            GraphResult<Nothing>.Refused refused => refused.Why,
            _ => "Microsoft 365 does not say what the operational team's calendar can do.",
        };

    /// <summary>
    /// Whether the identity reads another mailbox than the operational team's, which it must not be able to; null where it did not get an
    /// answer.
    /// </summary>
    /// <param name="mailbox">Somebody else's address or object id.</param>
    public async Task<bool?> ReadsAsync(string mailbox, CancellationToken cancellationToken) =>
        await _calls.ReadAsync(
            "look-other-mailbox",
            stop =>
                _graph
                    .Client.Users[mailbox]
                    .Messages.GetAsync(
                        call =>
                        {
                            call.QueryParameters.Filter = Mails.Filter("look");
                            call.QueryParameters.Select = ["id"];
                            call.QueryParameters.Top = 1;
                        },
                        stop
                    ),
            cancellationToken
        ) switch
        {
            GraphResult<global::Microsoft.Graph.Models.MessageCollectionResponse>.Done => true,
            GraphResult<global::Microsoft.Graph.Models.MessageCollectionResponse>.Later => null,
            _ => false,
        };
}
