using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Indexes;

/// <summary>
/// The index rows of a referral for practice learning: tasks, due times, the referrer's list, what belongs together, what waits for a
/// meeting of the group.
/// </summary>
internal static class LearningRows
{
    private static readonly Assignment AsInTheFile = new([], false, "");

    internal static IReadOnlyDictionary<string, Dictionary<string, string>> Of(LearningFile file, FindTokens tokens)
    {
        var rows = new SortedDictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        if (file.Stage == LearningStage.NotStarted)
        {
            return rows;
        }

        Dictionary<string, string> line = new()
        {
            ["case"] = file.Ref.ToString(),
            ["stage"] = file.StageName,
            ["since"] = file.Referral!.SentAt.ToString("O", CultureInfo.InvariantCulture),
        };
        if (!file.TellsByPerson)
        {
            rows[Keys.MineLine(file.Referral.Referrer.PersonId, file.Ref)] = line;
        }

        if (!file.IsEnded || !LearningTask.Of(file).IsEmpty)
        {
            rows[Keys.OpenLine(file.Ref)] = new() { ["record"] = file.Ref.ToString(), ["stage"] = file.StageName };
        }

        foreach (var (task, _) in LearningTask.Of(file))
        {
            var (key, fields) = RowProjection.Task(task, file.Ref, line, AsInTheFile, file.Referral.SentAt);
            rows[key] = fields;
        }

        foreach (var clock in file.Clocks.Where(clock => clock.NextChase is not null && !file.Rests(clock.Deadline.TimescaleId)))
        {
            rows[Keys.DueLine(clock.NextChase!.At, file.Ref, clock.Deadline.TimescaleId)] = new()
            {
                ["case"] = file.Ref.ToString(),
                ["timescale"] = clock.Deadline.TimescaleId,
            };
        }

        foreach (var other in Together(file))
        {
            rows[Keys.LinkLine(file.Ref, other)] = new() { ["record"] = other.ToString() };
            rows[Keys.LinkLine(other, file.Ref)] = new() { ["record"] = file.Ref.ToString() };
        }

        foreach (var token in tokens.Of(file))
        {
            rows[Keys.AlikeLine(token.Value, file.Ref)] = new() { ["record"] = file.Ref.ToString(), ["by"] = token.By.ToString() };
        }

        foreach (var theme in file.Themes)
        {
            rows[Keys.ThemedLine(theme.Id, file.Ref)] = RowProjection.Themed(file);
        }

        if (file is { Stage: LearningStage.AwaitingMeeting, Way: { } way })
        {
            var meeting = way.Way == LearningWay.SpecialMeeting ? Keys.SpecialMeeting : Keys.NextMeeting;
            rows[Keys.AgendaLine(meeting, file.Ref)] = new()
            {
                ["record"] = file.Ref.ToString(),
                ["asked"] = "practice-learning",
                ["since"] = GroupRows.Iso(file.WaitsSince),
            };
        }

        return rows;
    }

    /// <summary>The case it was begun from, the one that was made of it, and the referral it follows.</summary>
    private static ImmutableList<RecordRef> Together(LearningFile file) =>
        [
            .. file.From is { } from ? [from] : ImmutableList<RecordRef>.Empty,
            .. file.JoinedTo is { } leads ? [leads] : ImmutableList<RecordRef>.Empty,
            .. file.Case is { } made ? [RecordRef.Of(made)] : ImmutableList<RecordRef>.Empty,
        ];
}
