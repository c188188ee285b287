using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.BriefingWriting;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.BriefingWriting;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Beginning a briefing from what it comes from, and the list of briefings (D4, E11, E20, E23).</summary>
internal sealed class BriefingStarts(
    IRows rows,
    BriefingDesk desk,
    CaseHandlers cases,
    LearningDesk learning,
    ReviewRecordDesk reviews,
    DraftStore drafts,
    CommandRunner commands,
    PartnershipFile partnership
) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [new(Verbs.BriefingBegin, BeginAsync), new(Verbs.BriefingList, ListAsync)];

    private IReadOnlyList<(string Id, string Name)> Agencies => [.. partnership.Agencies.Select(agency => (agency.Id, agency.Name))];

    private async Task<AdaptiveCard> BeginAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        RecordFile? source = invocation.Record switch
        {
            { Kind: RecordKind.Case } => await cases.SeenAsync(invocation, cancellationToken),
            { Kind: RecordKind.Learning } => await learning.SeenAsync(invocation, cancellationToken),
            { Kind: RecordKind.Review } => await reviews.SeenAsync(invocation, cancellationToken),
            _ => null,
        };
        if (source is null && (invocation.Record is not null || !invocation.Actor.Roles.Any(role => role is Role.Operations or Role.Chair)))
        {
            return CaseHandlers.NotFound(invocation);
        }

        if (source?.Refuse(Step.BeginBriefing, invocation.Actor) is { } refusal)
        {
            return await BackAsync(source, new(NoticeKind.Problem, refusal.Message), invocation, cancellationToken);
        }

        // Two who begin one of the same record at once, or by a card of before, mean the same one: the second is told of the first.
        var seen = invocation.Does || source is null ? invocation.Seen : await BegunFromAsync(source.Ref, cancellationToken);
        AdaptiveCard Form(Filled filled) => BeginBriefingCard.Draw(source?.Ref, Meant(source), seen, Agencies, filled, invocation.Context);
        if (!invocation.Does)
        {
            return Form(Filled.Nothing);
        }

        if (
            invocation.Choice<BriefingPurpose>("purpose") is not { } purpose
            || invocation.Choice<BriefingAudience>("audience") is not { } audience
        )
        {
            return Form(invocation.Filled(new Refusal("choice-needed", "Choose what it is for, and who may read it.", "purpose")));
        }

        var theme = invocation.Input("abouttheme");
        var chosen = invocation.Several("agencies");
        var wish = source is null ? invocation.CommandId : $"{source.Ref}|{purpose}|{seen.ToString(CultureInfo.InvariantCulture)}";
        var command = new BeginBriefing(
            drafts.BriefingFrom($"briefing|{wish}"),
            new(
                purpose,
                source?.Ref,
                theme.Length == 0 ? null : new(theme, invocation.Context.Themes.Find(one => one.Id == theme)?.Name ?? ""),
                audience,
                [
                    .. partnership
                        .Agencies.Where(agency => chosen.Contains(agency.Id))
                        .Select(agency => new AddressedBody(agency.Id, agency.Name)),
                ]
            )
        );
        return await commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken) switch
        {
            Outcome.Done { Record: BriefingFile file } => await desk.DrawAsync(
                file,
                new(NoticeKind.Done, "It has begun. Write it, or leave it to somebody else of the team."),
                invocation,
                cancellationToken
            ),
            Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound) => CaseHandlers.NotFound(invocation),
            Outcome.Refused { Record: BriefingFile { Stage: not BriefingStage.NotStarted } there } => await desk.DrawAsync(
                there,
                new(NoticeKind.Problem, "Somebody has begun this meanwhile. Nothing more was recorded."),
                invocation,
                cancellationToken
            ),
            Outcome.Refused refused => Form(invocation.Filled(refused.Reasons)),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };
    }

    /// <summary>What the group decided on and has not been begun; else a briefing (D4).</summary>
    private static BriefingPurpose Meant(RecordFile? source) =>
        source switch
        {
            LearningFile { OwesTrainingCopy: true } => BriefingPurpose.Training,
            LearningFile { GoesToTriBorough: true } learning when !learning.Copies.Contains(BriefingPurpose.TriBorough) =>
                BriefingPurpose.TriBorough,
            _ => BriefingPurpose.SevenMinutes,
        };

    private async Task<int> BegunFromAsync(RecordRef source, CancellationToken cancellationToken) =>
        (await rows.ReadAsync(Keys.LinksOf(source), cancellationToken)).Count(row =>
            RecordRef.TryParse(row["record"]) is { Kind: RecordKind.Briefing }
        );

    private async Task<AdaptiveCard> BackAsync(
        RecordFile source,
        Notice notice,
        CardInvocation invocation,
        CancellationToken cancellationToken
    ) =>
        source switch
        {
            LearningFile file => LearningCard.Draw(file, notice, invocation.Context),
            ReviewFile file => ReviewRecordCard.Draw(file, notice, invocation.Context),
            _ => await cases.DrawAsync(invocation, (Domain.Cases.CaseFile)source, notice, cancellationToken),
        };

    /// <summary>The open briefings, to who reads them all; to an agency's member of the group what was sent to the agency.</summary>
    private async Task<AdaptiveCard> ListAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var actor = invocation.Actor;
        var all = BriefingPermissions.SeesAll(actor);
        if (!all && !ReviewPermissions.IsMemberOf(actor, actor.AgencyId))
        {
            return CaseHandlers.NotFound(invocation);
        }

        var found = await rows.ReadAsync(all ? Keys.OpenOf(RecordKind.Briefing) : Keys.Briefed(actor.AgencyId), cancellationToken);
        return BriefingListCard.Draw(
            [.. found.Select(row => Line(row, invocation.Context.Today))],
            !all,
            invocation.Page,
            invocation.Context
        );
    }

    private static BriefingLine Line(Row row, DateOnly today)
    {
        var due = DateOnly.TryParseExact(row["due"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : (DateOnly?)null;
        return new(
            RecordRef.Parse(row["record"]),
            Enum.Parse<BriefingPurpose>(row["purpose"]),
            Enum.Parse<BriefingStage>(row["stage"]),
            due,
            due < today
        );
    }
}
