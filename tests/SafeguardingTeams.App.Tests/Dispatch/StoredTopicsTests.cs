using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Dispatch;

/// <summary>Rows and keys hold topics as text: they stay as they were, and any text in an old row can be read.</summary>
public class StoredTopicsTests
{
    private static readonly Topic Reminder = Topic.Reminder("returns~police", 31);

    [Fact]
    public void Keys_hold_topics_as_they_always_did()
    {
        var id = CaseStory.Id;
        Assert.Equal($"sent|{id}|Reminder|p-1|returns~police.31", Keys.Delivery(id, CardKind.Reminder, Reminder, "p-1"));
        Assert.Equal($"sent|{id}|Alert|p-1", Keys.Delivery(id, CardKind.Alert, Topic.None, "p-1"));
        Assert.Equal($"mailed|p-1|{id}|RapidReview|at-12", Keys.MailedLine("p-1", id, CardKind.RapidReview, Topic.AfterEvent(12)));
        Assert.Equal($"mailed|p-1|{id}|Alert|", Keys.MailedLine("p-1", id, CardKind.Alert, Topic.None));
        Assert.Equal("Mail|OpenThePage|Reminder.p-1.returns~police.31", Mail(Topic.InPlaceOf(CardKind.Reminder, "p-1", Reminder)).Subject);
        Assert.Equal("Mail|ReportToPanel|", Job(new Effect.SendMail(id, MailKind.ReportToPanel, Topic.None)).Subject);
        Assert.Equal(
            "Document|Return|police.12",
            Job(new Effect.FileDocument(id, DocumentKind.Return, Topic.Agency("police", 12))).Subject
        );
        Assert.Equal("Mail|CoOpted|item3-1.7", Job(new Effect.SendMail(id, MailKind.CoOpted, Topic.CoOpted(3, 1, 7))).Subject);
        Assert.Equal($"sent|{id}|CoOpted|p-1|item3-1.7", Keys.Delivery(id, CardKind.CoOpted, Topic.CoOpted(3, 1, 7), "p-1"));
        Assert.Equal("Folders||police", Job(new Effect.KeepFolders(id, "police")).Subject);
        Assert.Equal("Meeting||", Job(new Effect.KeepMeeting(id)).Subject);
        Assert.Equal("Pack||", Job(new Effect.KeepPack(id)).Subject);
    }

    [Theory]
    [InlineData("")]
    [InlineData("returns~police.31")]
    [InlineData("Reminder.p-1.returns~police.31")]
    [InlineData("no topic.of ours-at.all.")]
    public void A_row_is_read_and_written_with_the_topic_it_holds(string about)
    {
        var item = new OutboxItem(CaseStory.Id, CardKind.Alert, "p-1", CaseStory.Monday);
        var message = new Row("out|x", new Dictionary<string, string>(item.Fields()) { ["about"] = about }, "1");
        Assert.Equal(about, OutboxItem.From(message).Fields()["about"]);
        var mail = new Row("errand|x", new Dictionary<string, string>(Mail(Topic.None).Fields()) { ["about"] = about }, "1");
        Assert.Equal(about, ReconcileJob.From(mail).Fields()["about"]);
    }

    private static ReconcileJob Mail(Topic about) =>
        new(CaseStory.Id, ReconcileKind.Mail, nameof(MailKind.OpenThePage), about, CaseStory.Monday);

    private static ReconcileJob Job(Effect effect) => ReconcileJob.Of(effect, CaseStory.Monday)!;
}
