using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Rehearsal.StandIns.Graph;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>A mail is a draft first, found by the delivery it belongs to, and leaves once. Facts on Graph, section C.</summary>
public class MailTests
{
    private const string Create = "/users/{user}/messages";
    private const string Send = "/users/{user}/messages/{message}/send";
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Many_mails_at_once_each_have_all_that_is_theirs()
    {
        await using var bed = await Bed.StartAsync();
        var made = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() => bed.Mailbox.CreateMailAsync(Examples.Letter(), $"d{number}", CancellationToken.None))));
        Assert.All(made, mail => mail.Value());
        Assert.Equal(60, bed.Graph.Outlook.Mails.Values.Count(mail => mail.Properties.Count == 2 && mail.Headers.Count == 1));
        Assert.Empty(bed.Graph.Complaints);
    }

    [Fact]
    public async Task A_draft_stays_in_the_mailbox_and_a_sent_one_is_in_the_inbox_with_its_file_encrypted()
    {
        await using var bed = await Bed.StartAsync();
        var draft = (await bed.Mailbox.CreateMailAsync(Examples.Letter(), "delivery-1", Stop)).Value();
        Assert.Equal(("", (DateTimeOffset?)null), (draft.InternetMessageId, draft.SentAt));
        Assert.Empty(bed.Graph.Outlook.Of(Bed.Representative).Inbox);
        (await bed.Mailbox.SendMailAsync(draft.Id, Stop)).Value();
        var item = Assert.Single(bed.Graph.Outlook.Of(Bed.Representative).Inbox);
        Assert.True(item.IsEncrypted);
        Assert.Equal("letter"u8.ToArray(), Assert.Single(item.Attachments).Bytes);
        var sent = (await bed.Mailbox.ReadMailAsync(draft.Id, Stop)).Value();
        Assert.Equal(draft.Id, sent.Id);
        Assert.NotEqual("", sent.InternetMessageId);
        Assert.NotNull(sent.SentAt);
        Assert.Equal("2", bed.Graph.Outlook.Mails[draft.Id].Properties["Integer 0x36"]);
        Assert.Empty(bed.Graph.Complaints);
    }

    [Theory]
    [InlineData("delivery-1")]
    [InlineData("O'Delivery (1) & more")]
    public async Task A_mail_is_found_by_its_delivery_whether_sent_or_not(string delivery)
    {
        await using var bed = await Bed.StartAsync();
        Assert.IsType<GraphResult<OutlookMail>.Gone>(await bed.Mailbox.FindMailAsync(delivery, Stop));
        var draft = (await bed.Mailbox.CreateMailAsync(Examples.Letter(), delivery, Stop)).Value();
        await bed.Mailbox.CreateMailAsync(Examples.Letter(), "another", Stop);
        Assert.Equal(draft, (await bed.Mailbox.FindMailAsync(delivery, Stop)).Value());
        await bed.Mailbox.SendMailAsync(draft.Id, Stop);
        Assert.Equal((await bed.Mailbox.ReadMailAsync(draft.Id, Stop)).Value(), (await bed.Mailbox.FindMailAsync(delivery, Stop)).Value());
    }

    [Fact]
    public async Task Whoever_looks_first_ends_with_one_mail_when_answers_are_lost()
    {
        await using var bed = await Bed.StartAsync();
        bed.Graph.Faults.Plan("POST", Create, GraphFault.Lost);
        bed.Graph.Faults.Plan("POST", Send, GraphFault.CutAfter);
        Assert.True((await bed.Mailbox.CreateMailAsync(Examples.Letter(), "delivery-1", Stop)).Later().MayHaveGone);
        var draft = (await bed.Mailbox.FindMailAsync("delivery-1", Stop)).Value();
        Assert.True((await bed.Mailbox.SendMailAsync(draft.Id, Stop)).Later().MayHaveGone);
        Assert.NotNull((await bed.Mailbox.ReadMailAsync(draft.Id, Stop)).Value().SentAt);
        Assert.Single(bed.Graph.Outlook.Of(Bed.Representative).Inbox);
        Assert.Equal((1, 1), (bed.Count("POST", Create), bed.Count("POST", Send)));
        Assert.Empty(bed.Graph.Complaints);
    }

    [Fact]
    public async Task A_mail_that_was_sent_is_not_sent_again()
    {
        await using var bed = await Bed.StartAsync();
        var draft = (await bed.Mailbox.CreateMailAsync(Examples.Letter(), "delivery-1", Stop)).Value();
        await bed.Mailbox.SendMailAsync(draft.Id, Stop);
        Assert.IsType<GraphResult<Nothing>.Refused>(await bed.Mailbox.SendMailAsync(draft.Id, Stop));
        Assert.Single(bed.Graph.Outlook.Of(Bed.Representative).Inbox);
        Assert.Single(bed.Graph.Complaints);
    }

    [Theory]
    [InlineData(2_900_000)]
    [InlineData(1_400_000, 1_500_000)]
    public async Task Files_that_fit_go_in_one_request(params int[] sizes)
    {
        await using var bed = await Bed.StartAsync();
        (await bed.Mailbox.CreateMailAsync(Examples.Letter(sizes), "d", Stop)).Value();
        Assert.Equal(sizes, Assert.Single(bed.Graph.Outlook.Mails).Value.Attachments.Select(file => file.Bytes.Length));
        Assert.Empty(bed.Graph.Complaints);
    }

    [Theory]
    [InlineData(3_000_000)]
    [InlineData(1_500_000, 1_600_000)]
    public async Task Files_that_do_not_fit_are_refused_before_anything_is_sent(params int[] sizes)
    {
        await using var bed = await Bed.StartAsync();
        Assert.IsType<GraphResult<OutlookMail>.Refused>(await bed.Mailbox.CreateMailAsync(Examples.Letter(sizes), "d", Stop));
        Assert.Empty(bed.Graph.Requests);
    }
}
