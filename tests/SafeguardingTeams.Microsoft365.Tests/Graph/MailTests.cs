using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>A mail is a draft first, found by the delivery it belongs to, and leaves once. Facts on Graph, section C.</summary>
[Trait(Needs.Name, Needs.Server)]
public class MailTests
{
    private const string Create = "/users/{user}/messages";
    private const string Send = "/users/{user}/messages/{message}/send";
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Many_mails_at_once_each_have_all_that_is_theirs()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(number => Task.Run(() => fixture.Mailbox.CreateMailAsync(Examples.Letter(), $"d{number}", CancellationToken.None)))
        );
        Assert.All(made, mail => mail.Value());
        Assert.Equal(60, fixture.Graph.Outlook.Mails.Values.Count(mail => mail.Properties.Count == 2 && mail.Headers.Count == 1));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task A_draft_stays_in_the_mailbox_and_a_sent_one_is_in_the_inbox_with_its_file_encrypted()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var draft = (await fixture.Mailbox.CreateMailAsync(Examples.Letter(), "delivery-1", Stop)).Value();
        Assert.Null(draft.SentAt);
        Assert.Empty(fixture.Graph.Outlook.Of(GraphFixture.Representative).Inbox);
        (await fixture.Mailbox.SendMailAsync(draft.Id, Stop)).Value();
        var item = Assert.Single(fixture.Graph.Outlook.Of(GraphFixture.Representative).Inbox);
        Assert.True(item.IsEncrypted);
        Assert.Equal("letter"u8.ToArray(), Assert.Single(item.Attachments).Bytes);
        var sent = (await fixture.Mailbox.ReadMailAsync(draft.Id, Stop)).Value();
        Assert.Equal(draft.Id, sent.Id);
        Assert.NotEqual("", sent.InternetMessageId);
        Assert.NotNull(sent.SentAt);
        Assert.Equal("2", fixture.Graph.Outlook.Mails[draft.Id].Properties["Integer 0x36"]);
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Theory]
    [InlineData("delivery-1")]
    [InlineData("O'Delivery (1) & more")]
    public async Task A_mail_is_found_by_its_delivery_whether_sent_or_not(string delivery)
    {
        await using var fixture = await GraphFixture.StartAsync();
        Assert.IsType<GraphResult<OutlookMail>.NotFound>(await fixture.Mailbox.FindMailAsync(delivery, Stop));
        var draft = (await fixture.Mailbox.CreateMailAsync(Examples.Letter(), delivery, Stop)).Value();
        await fixture.Mailbox.CreateMailAsync(Examples.Letter(), "another", Stop);
        Assert.Equal(draft, (await fixture.Mailbox.FindMailAsync(delivery, Stop)).Value());
        await fixture.Mailbox.SendMailAsync(draft.Id, Stop);
        Assert.Equal(
            (await fixture.Mailbox.ReadMailAsync(draft.Id, Stop)).Value(),
            (await fixture.Mailbox.FindMailAsync(delivery, Stop)).Value()
        );
    }

    [Fact]
    public async Task Whoever_looks_first_ends_with_one_mail_when_answers_are_lost()
    {
        await using var fixture = await GraphFixture.StartAsync();
        fixture.Graph.Faults.Plan("POST", Create, GraphFault.Lost);
        fixture.Graph.Faults.Plan("POST", Send, GraphFault.CutAfter);
        Assert.True((await fixture.Mailbox.CreateMailAsync(Examples.Letter(), "delivery-1", Stop)).Later().OutcomeUnknown);
        var draft = (await fixture.Mailbox.FindMailAsync("delivery-1", Stop)).Value();
        Assert.True((await fixture.Mailbox.SendMailAsync(draft.Id, Stop)).Later().OutcomeUnknown);
        Assert.NotNull((await fixture.Mailbox.ReadMailAsync(draft.Id, Stop)).Value().SentAt);
        Assert.Single(fixture.Graph.Outlook.Of(GraphFixture.Representative).Inbox);
        Assert.Equal((1, 1), (fixture.Count("POST", Create), fixture.Count("POST", Send)));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task A_mail_that_was_sent_is_not_sent_again()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var draft = (await fixture.Mailbox.CreateMailAsync(Examples.Letter(), "delivery-1", Stop)).Value();
        await fixture.Mailbox.SendMailAsync(draft.Id, Stop);
        Assert.IsType<GraphResult<Nothing>.Refused>(await fixture.Mailbox.SendMailAsync(draft.Id, Stop));
        Assert.Single(fixture.Graph.Outlook.Of(GraphFixture.Representative).Inbox);
        Assert.Single(fixture.Graph.Complaints);
    }

    [Theory]
    [InlineData(2_900_000)]
    [InlineData(1_400_000, 1_500_000)]
    public async Task Files_that_fit_go_in_one_request(params int[] sizes)
    {
        await using var fixture = await GraphFixture.StartAsync();
        (await fixture.Mailbox.CreateMailAsync(Examples.Letter(sizes), "d", Stop)).Value();
        Assert.Equal(sizes, Assert.Single(fixture.Graph.Outlook.Mails).Value.Attachments.Select(file => file.Bytes.Length));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Theory]
    [InlineData(3_000_000)]
    [InlineData(1_500_000, 1_600_000)]
    public async Task Files_that_do_not_fit_are_refused_before_anything_is_sent(params int[] sizes)
    {
        await using var fixture = await GraphFixture.StartAsync();
        Assert.IsType<GraphResult<OutlookMail>.Refused>(await fixture.Mailbox.CreateMailAsync(Examples.Letter(sizes), "d", Stop));
        Assert.Empty(fixture.Graph.Requests);
    }
}
