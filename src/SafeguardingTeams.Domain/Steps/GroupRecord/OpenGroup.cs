using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Domain.Steps.GroupSchedule;

namespace SafeguardingTeams.Domain.Steps.GroupRecord;

/// <summary>
/// This system begins the group's record: with who holds the roles today, so that nobody is given anything because of it; with the
/// scheduled meetings of the partnership's file; and with absences and bank holidays that were kept as rows before there was a record.
/// </summary>
public sealed record OpenGroup(
    ImmutableList<RoleHolder> Holders,
    ImmutableSortedSet<DateOnly> Meetings,
    ImmutableList<BankHolidayAmendment> BankHolidays,
    ImmutableList<RecordedAbsence> Absences
) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.OpenGroup;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        Decision.Accept(
            files.This.Ref,
            new GroupOpened(Holders, Meetings, BankHolidays, Absences)
            {
                Ahead = Meetings.IsEmpty ? null : MeetingsAhead.Pin(Meetings, context.At, context),
            }
        );
}

/// <summary>
/// The group's record began. What it brings along of absences and bank holidays was carried over; the author of an absence is not
/// known.
/// </summary>
public sealed record GroupOpened(
    ImmutableList<RoleHolder> Holders,
    ImmutableSortedSet<DateOnly> Meetings,
    ImmutableList<BankHolidayAmendment> BankHolidays,
    ImmutableList<RecordedAbsence> Absences
) : GroupEvent
{
    /// <summary>By when another meeting is scheduled (E19); null where none was, and as with <see cref="MeetingScheduled"/>.</summary>
    public Deadline? Ahead { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "GroupOpened.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        (
            group with
            {
                Stage = GroupStage.Open,
                Holders = Holders,
                HoldersNotedAt = recorded.Sequence,
                LastYearEnded = ReportPeriod.YearOf(London.DateOf(recorded.At)) - 1,
                AccessAskedFor = BeginAccessReview.QuarterOf(London.DateOf(recorded.At)),
                Meetings = Meetings,
                BankHolidays = BankHolidays.ToImmutableSortedDictionary(amendment => amendment.Day, amendment => amendment),
                Absences = Absences,
            }
        ).With(Ahead, recorded.At);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}
