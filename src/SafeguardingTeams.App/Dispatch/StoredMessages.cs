using System.Security.Cryptography;
using AdaptiveCards;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>Draws the messages that are stored in Teams, from the record as it is now.</summary>
public sealed class StoredMessages(CurrentWords words)
{
    /// <summary>The bot's answer to a hello.</summary>
    public DrawnMessage Welcome() => Drawn(StoredCard.Welcome(words.Now));

    /// <summary>The answer to a reference typed into the chat, or without one to "my tasks".</summary>
    public DrawnMessage WayTo(RecordRef? id) => Drawn(StoredCard.WayTo(id, words.Now));

    /// <summary>The answer to "Refer for learning": a line, and the way to what was begun.</summary>
    public ReadOnlyMemory<byte> Begun(RecordRef id, string line) => CardJson.Write(StoredCard.Begun(id, line, words.Now));

    internal DrawnMessage Draw(OutboxItem item, RecordFile record, CaseFile? goesOnAs, bool mayHaveComeBefore) =>
        Drawn(
            record switch
            {
                not GroupFile when item.Former => StoredCard.Former(item.Kind, record.Ref, words.Now),
                CaseFile file => StoredCard.Draw(item.Kind, file, words.Now, mayHaveComeBefore, item.About, goesOnAs),
                LearningFile learning => StoredCard.OfLearning(item.Kind, learning, item.About, words.Now, mayHaveComeBefore),
                ActionFile action => StoredCard.OfAction(item.Kind, action, item.About, words.Now, mayHaveComeBefore),
                MeetingFile meeting => StoredCard.OfMeeting(item.Kind, meeting, item.About, words.Now, mayHaveComeBefore),
                ReviewFile review => StoredCard.OfReview(item.Kind, review, item.About, words.Now, mayHaveComeBefore),
                BriefingFile briefing => StoredCard.OfBriefing(item.Kind, briefing, item.About, words.Now, mayHaveComeBefore),
                GroupFile group => StoredCard.OfTheGroup(item.Kind, group, item.About, words.Now, mayHaveComeBefore),
                _ => throw new InvalidOperationException($"No message of the {record.Ref.Kind} record can be drawn."),
            }
        );

    private static DrawnMessage Drawn((AdaptiveCard Card, string Summary) drawn)
    {
        var json = CardJson.Write(drawn.Card);
        return new(json, drawn.Summary, Convert.ToHexStringLower(SHA256.HashData(json.Span))[..16]);
    }
}

/// <summary>A message ready to be posted.</summary>
/// <param name="Card">The card as UTF-8 JSON.</param>
/// <param name="Summary">The line a notification shows.</param>
/// <param name="Fingerprint">Equal for equal cards: an update that changes nothing is not sent.</param>
public sealed record DrawnMessage(ReadOnlyMemory<byte> Card, string Summary, string Fingerprint);
