using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.GroupReports;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The group's reports (E7, E24): a draft is counted anew each time it is read, what was issued is not.</summary>
internal sealed class GroupReportHandlers(GroupRecord record, IRows rows, ReportFigures figures, NamesOnRecord names, ReadAudit audit)
    : ICardHandlers
{
    private const int YearsOffered = 3;

    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.Reports, ListAsync),
            new(Verbs.OpenReport, OpenAsync),
            new(Verbs.YearlyReport, YearlyAsync),
            new(Verbs.ReportUpdate, UpdateAsync),
            new(Verbs.IssueReport, IssueAsync),
            new(Verbs.ReportPublished, PublishedAsync),
        ];

    private async Task<AdaptiveCard> ListAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        GroupPermissions.Sees(invocation.Actor)
            ? GroupReportCards.List(await GroupAsync(cancellationToken), invocation.Page, null, invocation.Context)
            : NotTheirs(invocation);

    private async Task<AdaptiveCard> OpenAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (
            !GroupPermissions.Sees(invocation.Actor) || ReportOf(await GroupAsync(cancellationToken), invocation) is not var (group, report)
        )
        {
            return NotTheirs(invocation);
        }

        await audit.RecordAsync(invocation.Reader, group, cancellationToken);
        return await DrawAsync(group, report, null, invocation, cancellationToken);
    }

    private async Task<AdaptiveCard> YearlyAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var group = await GroupAsync(cancellationToken);
        if (!GroupPermissions.Allows(Step.PutReportForward, group, invocation.Actor))
        {
            return NotTheirs(invocation);
        }

        var last = ReportPeriod.YearOf(invocation.Context.Today) - 1;
        var years = Enumerable
            .Range(0, YearsOffered)
            .Select(back => last - back)
            .Where(year => !group.Reports.Exists(one => one is { Kind: GroupReportKind.Yearly, Issued: not null } && one.Year == year))
            .ToList();
        var before = group.Reports.FindLast(one =>
            one is { Kind: GroupReportKind.Yearly, Issued: null } && years is [var newest, ..] && one.Year == newest
        );
        AdaptiveCard Form(Filled filled, ImmutableList<string>? names = null) =>
            GroupReportCards.Yearly([.. years], before, filled, names ?? [], invocation.Context);
        return !invocation.Does ? Form(Filled.Nothing)
            : !int.TryParse(invocation.Input("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !years.Contains(year)
                ? Form(invocation.Filled([Wish.NoChoice("year", "Choose a year.")]))
            : await PutAsync(GroupReportKind.Yearly, ReportPeriod.OfYear(year), Form, invocation, cancellationToken);
    }

    private async Task<AdaptiveCard> UpdateAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!GroupPermissions.Allows(Step.PutReportForward, await GroupAsync(cancellationToken), invocation.Actor))
        {
            return NotTheirs(invocation);
        }

        AdaptiveCard Form(Filled filled, ImmutableList<string>? names = null) =>
            GroupReportCards.Update(filled, names ?? [], invocation.Context);
        return !invocation.Does ? Form(Filled.Nothing)
            : invocation.Choice<GroupReportKind>("towhom") is not { } kind || kind == GroupReportKind.Yearly
                ? Form(invocation.Filled([Wish.NoChoice("towhom", "Choose who is told.")]))
            : invocation.Day("from") is not { } from ? Form(invocation.Filled([Wish.NoDay("from")]))
            : invocation.Day("until") is not { } until ? Form(invocation.Filled([Wish.NoDay("until")]))
            : await PutAsync(kind, new(from, until), Form, invocation, cancellationToken);
    }

    private async Task<AdaptiveCard> PutAsync(
        GroupReportKind kind,
        ReportPeriod period,
        Func<Filled, ImmutableList<string>, AdaptiveCard> form,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        var texts = new ReportTexts(invocation.Input("changed"), invocation.Input("notmoved"), invocation.Input("longest"));
        var named = await names.InAsync(texts, cancellationToken);
        ImmutableList<string> words = [.. named.Select(one => one.Word).Distinct()];
        var outcome = await record.RunAsync(
            new PutReportForward(kind, period, texts)
            {
                Named = [.. named],
                NotNames = [.. invocation.Input(GroupReportCards.NotNames).Split(',').Where(words.Contains)],
            },
            invocation.CommandId,
            invocation.Actor,
            cancellationToken
        );
        return outcome is Outcome.Done { Record: GroupFile group }
            ? GroupReportCards.List(group, 0, new(NoticeKind.Done, "The draft is before the Chair."), invocation.Context)
            : form(invocation.Filled(((Outcome.Refused)outcome).Reasons), words);
    }

    private async Task<AdaptiveCard> IssueAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (
            ReportOf(await GroupAsync(cancellationToken), invocation) is not var (group, report)
            || !GroupPermissions.Allows(Step.IssueReport, group, invocation.Actor)
        )
        {
            return NotTheirs(invocation);
        }

        if (!invocation.Does)
        {
            return await DrawAsync(group, report, null, invocation, cancellationToken);
        }

        var outcome = await record.RunAsync(
            new IssueReport(report.Number, await figures.OfAsync(group, report, cancellationToken), invocation.Key("read"))
            {
                Named = [.. await names.InAsync(report.Texts, cancellationToken)],
            },
            invocation.CommandId,
            invocation.Actor,
            cancellationToken
        );
        var after = (GroupFile)(outcome is Outcome.Done done ? done.Record : ((Outcome.Refused)outcome).Record);
        if (after.Report(report.Number) is not { } now)
        {
            return GroupReportCards.List(after, 0, Said(outcome), invocation.Context);
        }

        return await DrawAsync(after, now, Said(outcome), invocation, cancellationToken);
    }

    private async Task<AdaptiveCard> PublishedAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (
            ReportOf(await GroupAsync(cancellationToken), invocation) is not var (group, report)
            || report is not { Kind: GroupReportKind.Yearly, Issued: not null }
            || !GroupPermissions.Allows(Step.RecordReportPublished, group, invocation.Actor)
        )
        {
            return NotTheirs(invocation);
        }

        if (!invocation.Does)
        {
            return GroupReportCards.Published(group, report, Filled.Nothing, invocation.Context);
        }

        if (invocation.Day("date") is not { } day)
        {
            return GroupReportCards.Published(group, report, invocation.Filled([Wish.NoDay()]), invocation.Context);
        }

        var outcome = await record.RunAsync(
            new RecordReportPublished(report.Year, day, invocation.Input("where"), invocation.Input("reason")),
            invocation.CommandId,
            invocation.Actor,
            cancellationToken
        );
        return outcome is Outcome.Refused { Record: GroupFile now } refused
            ? GroupReportCards.Published(now, report, invocation.Filled(refused.Reasons), invocation.Context)
            : await DrawAsync(
                (GroupFile)((Outcome.Done)outcome).Record,
                report,
                new(NoticeKind.Done, "It is recorded when and where it was published."),
                invocation,
                cancellationToken
            );
    }

    private static Notice Said(Outcome outcome) =>
        outcome is Outcome.Refused refused
            ? new(NoticeKind.Problem, refused.Reasons[0].Message)
            : new(NoticeKind.Done, "The report is issued, and is fixed from now on.");

    private async Task<AdaptiveCard> DrawAsync(
        GroupFile group,
        GroupReport report,
        Notice? notice,
        CardInvocation invocation,
        CancellationToken cancellationToken
    ) =>
        GroupReportCards.Draw(
            group,
            report,
            await figures.OfAsync(group, report, cancellationToken),
            await figures.SinceAsync(report, cancellationToken),
            notice,
            invocation.Context
        );

    /// <summary>The report a card names, where this person may read it.</summary>
    private static (GroupFile Group, GroupReport Report)? ReportOf(GroupFile group, CardInvocation invocation) =>
        int.TryParse(invocation.Key("report"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && group.Report(number) is { } report
        && (report.Issued is not null || GroupPermissions.SeesDrafts(invocation.Actor))
            ? (group, report)
            : null;

    /// <summary>The group's record with its reports, which no index row holds.</summary>
    private async Task<GroupFile> GroupAsync(CancellationToken cancellationToken)
    {
        await record.OpenAsync(cancellationToken);
        return (GroupFile)(await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record;
    }

    private static AdaptiveCard NotTheirs(CardInvocation invocation) =>
        NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
}
