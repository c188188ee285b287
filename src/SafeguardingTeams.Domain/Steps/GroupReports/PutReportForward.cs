using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupReports;

/// <summary>
/// Operations put a report of the group before the Chair (E7, E24): what people write for it. It is counted when it is read, and fixed when
/// it is issued. Put forward again, it takes the place of the draft before.
/// </summary>
public sealed record PutReportForward(GroupReportKind Kind, ReportPeriod Period, ReportTexts Texts) : GroupCommand
{
    /// <summary>The longest time an update is about, in years.</summary>
    public const int MostYears = 2;

    /// <summary>Its words that are names on record, as they were read before.</summary>
    public ImmutableList<NamedInReport> Named { get; init; } = [];

    /// <summary>Those of them of which operations say that they name nobody here.</summary>
    public ImmutableList<string> NotNames { get; init; } = [];

    /// <inheritdoc/>
    public override Step Step => Step.PutReportForward;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var texts = new ReportTexts(Texts.Changed.Trim(), Texts.NotMoved.Trim(), Texts.Longest.Trim());
        var wrong = new[] { Wrong(files.This, context.Today) }
            .Concat([
                Needed(texts.Changed, "changed", "Say what changed for children, or that nothing is known yet."),
                Needed(texts.NotMoved, "notmoved", "Say what did not move and why, or that everything did."),
                TooLong(texts.Longest, "longest"),
            ])
            .Concat(NamedInReport.Refusals(Named, NotNames))
            .OfType<Refusal>()
            .ToImmutableList();
        return !wrong.IsEmpty ? new Decision.Refused(wrong)
            : files.This.Reports.Exists(one => one.Issued is null && (one.Kind, one.Period, one.Texts) == (Kind, Period, texts))
                ? Decision.Refuse(new("nothing-changed", "This draft is before the Chair already.", "changed"))
            : Decision.Accept(
                files.This.Ref,
                new ReportPutForward(files.This.LastReport + 1, Kind, Period, texts)
                {
                    NotNames = Named.Select(one => one.Word).Distinct().ToImmutableList() is { IsEmpty: false } notNames ? notNames : null,
                }
            );
    }

    private Refusal? Wrong(GroupFile group, DateOnly today) =>
        Kind == GroupReportKind.Yearly
            ? Period != ReportPeriod.OfYear(ReportPeriod.YearOf(Period.From))
                ? new("order", "A year runs from 1 April to 31 March.", "year")
                : Period.To >= today
                    ? new("future", "This year is not over. Choose one that is.", "year")
                    : group.Reports.Exists(one => one is { Kind: GroupReportKind.Yearly, Issued: not null } && one.Period == Period)
                        ? new(
                            "issued-already",
                            "This year's report is issued, and is fixed. What is put right later is listed in the next one.",
                            "year"
                        )
                        : null
            : Period.From > Period.To
                ? new("order", "The last day comes after the first.", "until")
                : Period.To > today
                    ? new("future", "The last day is still to come.", "until")
                    : Period.To >= Period.From.AddYears(MostYears)
                        ? new("too-far", "An update is about two years at most.", "from")
                        : null;

    private static Refusal? Needed(string text, string field, string message) =>
        text.Length == 0 ? new("answer-needed", message, field) : TooLong(text, field);

    private static Refusal? TooLong(string text, string field) =>
        text.Length > ReportTexts.LongestText
            ? new("too-long", $"Shorten it to {ReportTexts.LongestText} characters or fewer.", field)
            : null;
}

/// <summary>A report is before the Chair.</summary>
public sealed record ReportPutForward(int Number, GroupReportKind Kind, ReportPeriod Period, ReportTexts Texts) : GroupEvent
{
    /// <summary>Its words that are names on record, of which operations said that they name nobody; null where there are none.</summary>
    public ImmutableList<string>? NotNames { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "ReportPutForward.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            LastReport = Number,
            Reports = group
                .Reports.RemoveAll(one => one.Issued is null && one.Kind == Kind && one.Period == Period)
                .Add(new(Number, Kind, Period, Texts, recorded.At, recorded.By.Display) { NotNames = NotNames ?? [] }),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) =>
        [
            ToChair(after, Number),
            // The draft whose place it takes asks for nothing any more.
            .. Enumerable
                .Range(1, after.LastReport)
                .Where(one => one != Number && after.Report(one) is null)
                .Select(one => ToChair(after, one) with { OnlyIfShown = true }),
        ];

    /// <summary>To the Chair: a report is there to be read and issued.</summary>
    internal static Effect.ShowCard ToChair(GroupFile group, int number) =>
        new(group.Ref, CardKind.ReportToIssue, new Recipient.HoldersOf(Role.Chair)) { About = Topic.Report(number) };
}
