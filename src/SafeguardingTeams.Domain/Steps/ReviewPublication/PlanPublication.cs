using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewPublication;

/// <summary>
/// Operations or the Chair record what of a review is to be published, and on which day (C15, C16): the report; its improvements alone, or
/// nothing, and why. Panel, Secretary of State and Ofsted have it seven working days before that day.
/// </summary>
/// <param name="On">The day; where nothing is published, the day on which that is said.</param>
public sealed record PlanPublication(RecordRef Review, PublicationForm Form, string Why, DateOnly On) : ReviewCommand(Review)
{
    /// <summary>Which version of the report, of those that are kept here (<see cref="ReportVersion"/>); null where none is.</summary>
    public int? Version { get; init; }

    /// <inheritdoc/>
    public override Step Step => Step.PlanPublication;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        var planned = new Publication(Form, Form == PublicationForm.Report ? "" : Why.Trim(), On);
        var version = Form == PublicationForm.Nothing ? null : Version;
        return Unless(
            [
                Form == PublicationForm.Report
                    ? null
                    : Said.Needed(Why, "why", "Say why not the whole report. National Panel and Department for Education are told this."),
                On < context.Today ? new("past", "Give today's date or a later one.", "date") : null,
                version is < 1
                || version > file.ReportsAdded
                || (version is null && file.ReportsAdded > 0 && Form != PublicationForm.Nothing)
                    ? new("choice-needed", "Choose which version it is.", "version")
                    : null,
                planned == file.Publication && version == file.ReportPublished
                    ? new("nothing-changed", "This is what is recorded already.")
                    : null,
            ],
            new PublicationPlanned(
                planned,
                context.Pin(file.Rules!, Timescales.ReviewReportSent, On),
                file.Publication is { } before && (before.Form, before.Why, file.ReportPublished) == (planned.Form, planned.Why, version)
            )
            {
                Version = version,
            }
        );
    }
}

/// <summary>It was recorded what of a review is to be published, and when.</summary>
/// <param name="Send">By when Panel, Secretary of State and Ofsted have it.</param>
/// <param name="OnlyMoved">Whether only the day is another: who has it need not have it again.</param>
public sealed record PublicationPlanned(Publication Plan, Deadline Send, bool OnlyMoved) : ReviewEvent
{
    /// <summary>Which version of the report, of those that are kept here; null where it is not.</summary>
    public int? Version { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "PublicationPlanned.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        var planned = file with
        {
            Publication = Plan,
            ReportPublished = Version,
            Turns = file.Turns + 1,
            Told = OnlyMoved ? file.Told : file.Told.RemoveAll(told => told.Of == TellingOf.Report),
        };
        return planned.Owed(TellingOf.Report).Any() ? planned.Start(Send) : planned;
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}
