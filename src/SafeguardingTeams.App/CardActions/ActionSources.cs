using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionImpact;

namespace SafeguardingTeams.App.CardActions;

/// <summary>What an action comes from, where a command about it is to tell somebody there. Whether somebody may is the command's.</summary>
public sealed class ActionSources(IRows rows)
{
    private const string Item = "item ";

    /// <summary>The actions agreed from a record, in one read: for who reads all actions (F2), nothing for anybody else.</summary>
    internal async Task<IReadOnlyList<AgreedFrom>> AgreedFromAsync(RecordRef source, Actor actor, CancellationToken cancellationToken) =>
        ActionPermissions.SeesAll(actor)
            ?
            [
                .. from row in await rows.ReadAsync(Keys.LinksOf(source), cancellationToken)
                let linked = RecordRef.Parse(row["record"])
                where linked.Kind == RecordKind.Action
                select new AgreedFrom(linked, row["said"]),
            ]
            : [];

    /// <summary>What of a record an action was agreed from, for a command that is decided by it.</summary>
    internal async Task<ImmutableHashSet<string>> AnswersAsync(RecordRef source, CancellationToken cancellationToken) =>
        [
            .. (await rows.ReadAsync(Keys.LinksOf(source), cancellationToken))
                .Where(row => RecordRef.Parse(row["record"]).Kind == RecordKind.Action)
                .Select(row => row["said"])
                .Where(said => said.Length > 0),
        ];

    /// <summary>Those actions as they stand.</summary>
    internal async Task<IReadOnlyList<ActionFile>> LoadAsync(IEnumerable<AgreedFrom> agreed, CancellationToken cancellationToken)
    {
        var files = new List<ActionFile>();
        foreach (var one in agreed)
        {
            if (await LoadAsync<ActionFile>(one.Action, cancellationToken) is { } file)
            {
                files.Add(file);
            }
        }

        return files;
    }

    /// <summary>
    /// That an action has changed something, with the referral for practice learning it comes from, where the group has decided on that,
    /// and those that follow it: their referrers hear of it (D8, D11). Anything else stays as it is.
    /// </summary>
    internal async Task<ActionCommand> WithReferralAsync(ActionCommand command, CancellationToken cancellationToken) =>
        command is CheckImpact { Found: ImpactFound.Changed } changed
        && await LoadAsync<ActionFile>(command.Ref, cancellationToken) is { Source: { } source }
        && await ReferralAsync(source, cancellationToken) is { Stage: LearningStage.Decided } referral
            ? changed with
            {
                Referral = referral.Ref,
                Joined = [.. referral.Joined.Select(joined => joined.Learning)],
            }
            : command;

    /// <summary>The referral; of one that follows another, that one, which leads.</summary>
    private async Task<LearningFile?> ReferralAsync(ActionSource source, CancellationToken cancellationToken)
    {
        var record =
            source.Record.Kind == RecordKind.Meeting
            && await LoadAsync<MeetingFile>(source.Record, cancellationToken) is { } meeting
            && int.TryParse(source.Item.Replace(Item, "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var number)
                ? meeting.Item(number)?.Subject
                : source.Record;
        return record is not { Kind: RecordKind.Learning } learning ? null
            : await LoadAsync<LearningFile>(learning, cancellationToken) is { JoinedTo: { } leading }
                ? await LoadAsync<LearningFile>(leading, cancellationToken)
            : await LoadAsync<LearningFile>(learning, cancellationToken);
    }

    private async Task<TFile?> LoadAsync<TFile>(RecordRef record, CancellationToken cancellationToken)
        where TFile : RecordFile => (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record as TFile;
}
