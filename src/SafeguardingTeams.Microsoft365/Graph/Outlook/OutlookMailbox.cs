using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph.Wire;

namespace SafeguardingTeams.Microsoft365.Graph.Outlook;

/// <summary>The operational team's mailbox by Graph.</summary>
internal sealed class OutlookMailbox(GraphConnection graph, GraphCalls calls, CalendarCheck calendar, ILogger<OutlookMailbox> logger)
    : IMailbox
{
    /// <summary>How many calendars are asked about at once.</summary>
    private const int AtOnce = 20;

    private const int HalfAnHour = 30;

    private UserItemRequestBuilder Box => graph.Client.Users[graph.Options.Mailbox];

    public Task<GraphResult<OutlookEvent>> CreateEventAsync(
        EventContent content,
        string transactionId,
        CancellationToken cancellationToken
    ) =>
        calls.RunAsync<OutlookEvent>(
            "event-create",
            true,
            async stop =>
                await calendar.FaultAsync(content.Online, stop) is { } fault ? new GraphResult<OutlookEvent>.Refused(fault)
                : await MadeAsync(content, transactionId, stop) is { } made ? new GraphResult<OutlookEvent>.Done(made)
                : throw new System.Text.Json.JsonException("An answer without its event."),
            GraphCalls.Patience,
            cancellationToken
        );

    /// <summary>The event, or the one that was made of the same transaction before: that may be refused as there already.</summary>
    private async Task<OutlookEvent?> MadeAsync(EventContent content, string transactionId, CancellationToken stop)
    {
        try
        {
            return Events.Of(
                await Box.Events.PostAsync(Events.New(content, transactionId), call => call.Headers.Add("Prefer", WallTime.InUtc), stop)
            );
        }
        catch (ODataError e) when (e.ResponseStatusCode == 409)
        {
            var there = await Box.Events.GetAsync(
                call =>
                {
                    call.QueryParameters.Filter = Mails.Filter(transactionId);
                    call.QueryParameters.Select = Events.Read;
                    call.QueryParameters.Top = 1;
                    call.Headers.Add("Prefer", WallTime.InUtc);
                },
                stop
            );
            if (there?.Value is not [var one])
            {
                throw;
            }

            return Events.Of(one);
        }
    }

    public Task<GraphResult<Nothing>> InviteAsync(string eventId, ImmutableList<Invitee> invitees, CancellationToken cancellationToken) =>
        calls.DoAsync(
            "event-invite",
            stop => Box.Events[eventId].PatchAsync(Events.Inviting(invitees), cancellationToken: stop),
            cancellationToken
        );

    public Task<GraphResult<Nothing>> ChangeEventAsync(
        string eventId,
        EventContent content,
        bool withText,
        CancellationToken cancellationToken
    ) =>
        calls.DoAsync(
            "event-change",
            async stop =>
            {
                var html =
                    !withText ? null
                    : content.Online ? await TextAsync(eventId, content.Html, stop)
                    : EventText.Marked(content.Html);
                await Box.Events[eventId].PatchAsync(Events.Changed(content, html), cancellationToken: stop);
            },
            cancellationToken
        );

    public Task<GraphResult<Nothing>> CancelEventAsync(string eventId, string comment, CancellationToken cancellationToken) =>
        calls.DoAsync(
            "event-cancel",
            async stop =>
            {
                try
                {
                    await Box.Events[eventId].Cancel.PostAsync(new() { Comment = comment }, cancellationToken: stop);
                }
                catch (ODataError e) when (e.ResponseStatusCode == 400)
                {
                    // One that is cancelled cannot be cancelled again, and need not be.
                    if (
                        (await Box.Events[eventId].GetAsync(call => call.QueryParameters.Select = ["id", "isCancelled"], stop))?.IsCancelled
                        != true
                    )
                    {
                        throw;
                    }
                }
            },
            cancellationToken
        );

    public Task<GraphResult<Nothing>> DeleteEventAsync(string eventId, CancellationToken cancellationToken) =>
        calls.DoAsync(
            "event-delete",
            async stop =>
            {
                try
                {
                    await Box.Events[eventId].DeleteAsync(cancellationToken: stop);
                }
                catch (ODataError e) when (e.ResponseStatusCode == 404)
                {
                    // Gone is what was asked for.
                }
            },
            cancellationToken
        );

    public Task<GraphResult<OutlookEvent>> ReadEventAsync(string eventId, CancellationToken cancellationToken) =>
        calls.ReadAsync(
            "event-read",
            async stop =>
                Events.Of(
                    await Box.Events[eventId]
                        .GetAsync(
                            call =>
                            {
                                call.QueryParameters.Select = Events.Read;
                                call.Headers.Add("Prefer", WallTime.InUtc);
                            },
                            stop
                        )
                ),
            cancellationToken
        );

    public Task<GraphResult<ImmutableList<BusyTimes>>> FreeBusyAsync(
        ImmutableList<string> addresses,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    ) =>
        calls.ReadAsync(
            "free-busy",
            async stop =>
            {
                var found = ImmutableList.CreateBuilder<BusyTimes>();
                foreach (var some in addresses.Chunk(AtOnce))
                {
                    var answer = await Box.Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(
                        new GetSchedulePostRequestBody
                        {
                            Schedules = [.. some],
                            StartTime = WallTime.Of(from),
                            EndTime = WallTime.Of(to),
                            AvailabilityViewInterval = HalfAnHour,
                        },
                        call => call.Headers.Add("Prefer", WallTime.InUtc),
                        stop
                    );
                    found.AddRange((answer?.Value ?? []).Where(schedule => schedule is { Error: null, ScheduleId: not null }).Select(Busy));
                }

                return found.ToImmutable();
            },
            cancellationToken
        );

    public Task<GraphResult<OutlookMail>> FindMailAsync(string deliveryId, CancellationToken cancellationToken) =>
        FoundAsync("mail-find", Mails.Filter(deliveryId), ["sentitems", "drafts"], cancellationToken);

    public Task<GraphResult<OutlookMail>> FindSentAsync(string internetMessageId, CancellationToken cancellationToken) =>
        FoundAsync("mail-find-sent", Mails.SentFilter(internetMessageId), ["sentitems"], cancellationToken);

    public async Task<GraphResult<OutlookMail>> CreateMailAsync(
        MailContent content,
        string deliveryId,
        CancellationToken cancellationToken
    ) =>
        !Mails.Fits(content)
            ? new GraphResult<OutlookMail>.Refused("The files are too large for a mail: each at most 3 MB, and about as much together.")
            : await calls.WriteAsync(
                "mail-create",
                async stop => Mails.Of(await Box.Messages.PostAsync(Mails.New(content, deliveryId), cancellationToken: stop)),
                cancellationToken,
                GraphCalls.PatienceForFiles
            );

    public Task<GraphResult<Nothing>> SendMailAsync(string mailId, CancellationToken cancellationToken) =>
        calls.DoAsync("mail-send", stop => Box.Messages[mailId].Send.PostAsync(cancellationToken: stop), cancellationToken);

    public Task<GraphResult<OutlookMail>> ReadMailAsync(string mailId, CancellationToken cancellationToken) =>
        calls.ReadAsync(
            "mail-read",
            async stop => Mails.Of(await Box.Messages[mailId].GetAsync(call => call.QueryParameters.Select = Mails.Read, stop)),
            cancellationToken
        );

    /// <summary>The first mail of these folders that a filter finds: one that was sent counts before one that was not.</summary>
    private Task<GraphResult<OutlookMail>> FoundAsync(
        string operation,
        string filter,
        string[] folders,
        CancellationToken cancellationToken
    ) =>
        calls.RunAsync<OutlookMail>(
            operation,
            false,
            async stop =>
            {
                try
                {
                    foreach (var folder in folders)
                    {
                        var found = await Box.MailFolders[folder]
                            .Messages.GetAsync(
                                call =>
                                {
                                    call.QueryParameters.Filter = filter;
                                    call.QueryParameters.Select = Mails.Read;
                                    call.QueryParameters.Top = AtOnce;
                                },
                                stop
                            );
                        if ((found?.Value ?? []).Select(Mails.Of).FirstOrDefault() is { } mail)
                        {
                            return new GraphResult<OutlookMail>.Done(mail);
                        }
                    }
                }
                catch (ODataError e) when (e.ResponseStatusCode == 404)
                {
                    // The search itself was not answered: that says nothing of the mail, which would be written a second time.
                    return new GraphResult<OutlookMail>.Later(GraphAnswers.Usual, OutcomeUnknown: false);
                }

                return new GraphResult<OutlookMail>.NotFound();
            },
            GraphCalls.Patience,
            cancellationToken
        );

    /// <summary>The new text of an online meeting with the join details as they stand, or null to leave the text alone.</summary>
    private async Task<string?> TextAsync(string eventId, string html, CancellationToken stop)
    {
        var item = await Box.Events[eventId].GetAsync(call => call.QueryParameters.Select = ["id", "body"], stop);
        var text = EventText.Replaced(item?.Body?.Content ?? "", html);
        if (text is null)
        {
            GraphLog.TextKept(logger);
        }

        return text;
    }

    private static BusyTimes Busy(ScheduleInformation schedule) =>
        new(
            schedule.ScheduleId!.ToLowerInvariant(),
            [
                .. (schedule.ScheduleItems ?? [])
                    .Where(item => item.Status is not (FreeBusyStatus.Free or FreeBusyStatus.WorkingElsewhere))
                    .Select(item => (WallTime.Read(item.Start), WallTime.Read(item.End)))
                    .Order(),
            ]
        );
}
