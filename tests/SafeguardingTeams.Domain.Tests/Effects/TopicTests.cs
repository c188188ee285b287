using CsCheck;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;

namespace SafeguardingTeams.Domain.Tests.Effects;

/// <summary>Topics are stored, in rows and in their keys: what they say is pinned here, and whatever is stored can be read.</summary>
public class TopicTests
{
    private static readonly Gen<string> Key = Gen.OneOf(
        Among("police", "leads-decision", "returns~police", "a-LeadPolice", "x.y", "sent", "at-12", "12", "é"),
        Gen.String[Gen.Char.AlphaNumeric, 1, 12]
    );

    private static readonly Gen<int> Version = Gen.OneOf(Gen.Int[0, 200], Gen.Const(int.MaxValue));

    private static readonly Gen<Topic> Any = Gen.OneOf(
        Among(Topic.None, Topic.View, Topic.Decided),
        Version.Select(Topic.AfterEvent),
        Version.Select(Topic.Since),
        Version.Select(Topic.Round),
        Version.Select(Topic.Report),
        Key.Select(key => Topic.Agency(key)),
        Key.Select(Version, (key, number) => Topic.Agency(key, number)),
        Gen.Enum<Role>().Select(role => Topic.OfRole(role)),
        Gen.Enum<Role>().Select(Version, (role, version) => Topic.OfRole(role, version)),
        Key.Select(Version, Topic.Reminder),
        Key.Select(Topic.Attendee),
        Key.Select(Topic.Calendar),
        Gen.Enum<TopicNews>().Select(news => Topic.Of(news)),
        Gen.Enum<TopicNews>().Select(Version, (news, version) => Topic.Of(news, version))
    );

    public static TheoryData<Topic, string> Stored =>
        new()
        {
            { Topic.None, "" },
            { Topic.Unreached("mash-officer", new(2026, 11, 2)), "mash-officer.20261102" },
            { Topic.View, "view" },
            { Topic.Decided, "decided" },
            { Topic.AfterEvent(12), "at-12" },
            { Topic.Since(30), "30" },
            { Topic.Round(2), "2" },
            { Topic.Report(2), "report.2" },
            { Topic.Agency("police"), "police" },
            { Topic.Agency("police", 12), "police.12" },
            { Topic.OfRole(Role.LeadPolice), "LeadPolice" },
            { Topic.OfRole(Role.AgencyRepresentative, 40), "AgencyRepresentative.40" },
            { Topic.Reminder("leads-decision", 9), "leads-decision.9" },
            { Topic.Reminder("returns~police", 31), "returns~police.31" },
            { Topic.Attendee("a-LeadPolice"), "a-LeadPolice" },
            { Topic.Calendar("amended"), "amended" },
            { Topic.Of(TopicNews.SpecialMeeting, 9), "special-9" },
            { Topic.Of(TopicNews.Approved, 40), "approved-40" },
            { Topic.Of(TopicNews.RecordCorrected, 40), "record-40" },
            { Topic.Of(TopicNews.ReportSent), "sent" },
            { Topic.Of(TopicNews.PanelAnswered, 50), "answer-50" },
            { Topic.Of(TopicNews.PartnersResponded, 51), "response-51" },
            { Topic.Of(TopicNews.GroupRecommends, 52), "group-52" },
            { Topic.InPlaceOf(CardKind.Reminder, "p-1", Topic.Reminder("returns~police", 31)), "Reminder.p-1.returns~police.31" },
            { Topic.InPlaceOf(CardKind.MeetingTask, "p-1", Topic.None), "MeetingTask.p-1." },
        };

    [Theory]
    [MemberData(nameof(Stored))]
    public void A_topic_is_stored_as_it_always_was(Topic topic, string text)
    {
        Assert.Equal(text, topic.ToString());
        Assert.Equal(topic, Topic.Parse(text));
    }

    [Fact]
    public void What_was_stored_is_read_as_what_it_was()
    {
        Any.Sample(topic => Assert.Equal(topic, Topic.Parse(topic.ToString())));
        Gen.Select(Key, Version)
            .Sample(
                (key, number) =>
                {
                    var read = Topic.Parse(Topic.Agency(key, number).ToString());
                    Assert.Equal((key, number), (read.Name, read.Number));
                    Assert.Null(read.News);
                }
            );
        Gen.Select(Gen.Enum<TopicNews>(), Version)
            .Sample(
                (news, version) =>
                {
                    Assert.Equal(news, Topic.Parse(Topic.Of(news, version).ToString()).News);
                    Assert.Equal(news, Topic.Parse(Topic.Of(news).ToString()).News);
                }
            );
        Gen.Select(Gen.Enum<CardKind>(), Gen.String[Gen.Char.AlphaNumeric, 1, 12], Any)
            .Sample(
                (kind, person, about) =>
                    Assert.Equal(new(kind, person, about), Topic.Parse(Topic.InPlaceOf(kind, person, about).ToString()).Replaced)
            );
    }

    [Theory]
    [InlineData("police.")]
    [InlineData(".12")]
    [InlineData("police.-1")]
    [InlineData("police. 1")]
    [InlineData("police.99999999999")]
    [InlineData("special-x")]
    [InlineData("Reminder..x")]
    [InlineData("Telegram.p-1.")]
    [InlineData("30.p-1.")]
    public void Text_of_no_known_shape_is_a_name_and_nothing_else(string text)
    {
        var topic = Topic.Parse(text);
        Assert.Equal(text, topic.ToString());
        Assert.Equal((text, (int?)null), (topic.Name, topic.Number));
        Assert.Null(topic.News);
        Assert.Null(topic.Replaced);
    }

    [Fact]
    public void Any_text_can_be_read() =>
        Gen.String.Sample(text =>
        {
            var topic = Topic.Parse(text);
            Assert.Equal(text, topic.ToString());
            Assert.Equal(text, topic.Number is null ? topic.Name : text);
            Assert.True(topic.News is null || topic.Replaced is null);
        });

    [Fact]
    public void Every_topic_of_the_played_cases_is_read_as_its_kind_is_made()
    {
        var seen = 0;
        foreach (var (happened, after) in WhatFollowsTests.EveryEvent())
        {
            foreach (var effect in EffectsOf.Event(happened, after))
            {
                var about = effect switch
                {
                    Effect.ShowCard card => card.About,
                    Effect.SendMail mail => mail.About,
                    Effect.FileDocument document => document.About,
                    _ => Topic.None,
                };
                Assert.Equal(about, Topic.Parse(about.ToString()));
                Assert.Matches("^[A-Za-z0-9.~-]*$", about.ToString());
                Assert.True(IsRead(effect, about, after), $"{happened.StoredName}: {effect}");
                seen += about.IsNone ? 0 : 1;
            }
        }

        Assert.True(seen > 100, $"Only {seen} topics were seen.");
    }

    private static Gen<T> Among<T>(params T[] these) => Gen.Int[0, these.Length - 1].Select(which => these[which]);

    private static bool IsRead(Effect effect, Topic about, CaseFile after) =>
        effect switch
        {
            Effect.ShowCard { Kind: CardKind.Reminder } => after.History[about.Number!.Value - 1].Event is DeadlineChased chased
                && chased.TimescaleId == about.Name,
            Effect.ShowCard { Kind: CardKind.PanelNews } => about.News is not null,
            Effect.ShowCard { Kind: CardKind.GroupMeeting } => about.IsNone
                || about.News is TopicNews.SpecialMeeting or TopicNews.GroupRecommends,
            Effect.ShowCard { Kind: CardKind.ScopingTask or CardKind.NomineeTask or CardKind.ReturnReceived } => IsAgency(about, after),
            Effect.ShowCard { Kind: CardKind.NobodyLeft or CardKind.HandedOver } => Enum.TryParse<Role>(about.Name, out _),
            Effect.SendMail { Kind: MailKind.ReportToPanel } => IsSending(about, after),
            Effect.SendMail => IsAgency(about, after),
            Effect.FileDocument { Kind: DocumentKind.Return } => IsAgency(about, after) && about.Number == after.Version,
            Effect.FileDocument => IsSending(about, after),
            _ => about.News is null && about.Number is null,
        };

    /// <summary>The report sent first, or the correction of that event.</summary>
    private static bool IsSending(Topic about, CaseFile after) => about.IsNone || about == Topic.AfterEvent(after.Version);

    private static bool IsAgency(Topic about, CaseFile after) => after.Review.Agency(about.Name) is not null;
}
