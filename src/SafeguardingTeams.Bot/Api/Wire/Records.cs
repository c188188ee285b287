namespace SafeguardingTeams.Bot.Api.Wire;

/// <summary>A record on a list.</summary>
internal sealed record RecordRow
{
    [SaidAs("Record", "The reference of the record.")]
    public required string Record { get; init; }

    [SaidAs("Kind", "What kind of record it is.")]
    public required string Kind { get; init; }

    [SaidAs("Step", "The step of the process it stands at.")]
    public required string Step { get; init; }

    [SaidAs("Detail", "What kind of review it is, where it is a review.")]
    public string? Detail { get; init; }

    [SaidAs("Agency", "The id of the agency that owns it, where it is an action.")]
    public string? Agency { get; init; }

    [SaidAs("Since", "The day it was received, sent or agreed.")]
    public DateOnly? Since { get; init; }

    [SaidAs("Due", "The next date that you are to know of.")]
    public DateOnly? Due { get; init; }

    [SaidAs("Late", "Whether that date is past.")]
    public required bool Late { get; init; }

    [SaidAs("Link", "Where it is opened, by those with a part in it.")]
    public required string Link { get; init; }
}

/// <summary>A page of records.</summary>
internal sealed record RecordRows
{
    [SaidAs("Records", "The records of this page.")]
    public required IReadOnlyList<RecordRow> Value { get; init; }

    [SaidAs("Next Link", "Where the next page is, where there is one.")]
    public string? NextLink { get; init; }
}

/// <summary>One record.</summary>
internal sealed record RecordDetail
{
    [SaidAs("Record", "The reference of the record.")]
    public required string Record { get; init; }

    [SaidAs("Kind", "What kind of record it is.")]
    public required string Kind { get; init; }

    [SaidAs("Step", "The step of the process it stands at.")]
    public required string Step { get; init; }

    [SaidAs("ETag", "Which state of the record this is, to be sent back with a change.")]
    public required string Etag { get; init; }

    [SaidAs("Detail", "What kind of review it is, where it is a review.")]
    public string? Detail { get; init; }

    [SaidAs("Agency", "The id of the agency that owns it, where it is an action.")]
    public string? Agency { get; init; }

    [SaidAs("Began", "When it was sent, agreed, planned or proposed.")]
    public required DateTimeOffset Began { get; init; }

    [SaidAs("Ended", "Whether nothing more is done with it.")]
    public required bool Ended { get; init; }

    [SaidAs("Link", "Where it is opened, by those with a part in it.")]
    public required string Link { get; init; }
}

/// <summary>Something that waits for somebody.</summary>
internal sealed record TaskRow
{
    [SaidAs("Record", "The reference of the record it belongs to.")]
    public required string Record { get; init; }

    [SaidAs("Kind", "What kind of record that is.")]
    public required string Kind { get; init; }

    [SaidAs("Task", "What is to be done, as a code.")]
    public required string Task { get; init; }

    [SaidAs("Waits For", "The role it waits for, where it waits for no single person.")]
    public string? WaitsFor { get; init; }

    [SaidAs("Agency", "The id of the agency it waits for, where it is for one agency.")]
    public string? Agency { get; init; }

    [SaidAs("Due", "The day it is due, where a clock runs.")]
    public DateOnly? Due { get; init; }

    [SaidAs("Late", "Whether that day is past.")]
    public required bool Late { get; init; }

    [SaidAs("Mine", "Whether it waits for you.")]
    public required bool Mine { get; init; }

    [SaidAs("Link", "Where the record is opened, by those with a part in it.")]
    public required string Link { get; init; }
}

/// <summary>A page of what waits.</summary>
internal sealed record TaskRows
{
    [SaidAs("Tasks", "The tasks of this page.")]
    public required IReadOnlyList<TaskRow> Value { get; init; }

    [SaidAs("Next Link", "Where the next page is, where there is one.")]
    public string? NextLink { get; init; }
}

/// <summary>A clock of a record.</summary>
internal sealed record ClockRow
{
    [SaidAs("Clock", "Which clock it is, as a code.")]
    public required string Clock { get; init; }

    [SaidAs("Title", "What must be done, in the words of the procedure.")]
    public required string Title { get; init; }

    [SaidAs("Agency", "The id of the agency it runs for, where it runs for one.")]
    public string? Agency { get; init; }

    [SaidAs("Counted From", "What it counts from, as a code.")]
    public required string CountedFrom { get; init; }

    [SaidAs("From", "The day it counts from.")]
    public required DateOnly From { get; init; }

    [SaidAs("Due", "The day it is due.")]
    public required DateOnly Due { get; init; }

    [SaidAs("Due At", "The moment it is due.")]
    public required DateTimeOffset DueAt { get; init; }

    [SaidAs("Stopped At", "When what it waits for was done or no longer needed.")]
    public DateTimeOffset? StoppedAt { get; init; }

    [SaidAs("Late", "Whether it runs and its time is past.")]
    public required bool Late { get; init; }
}

/// <summary>The clocks of a record.</summary>
internal sealed record Timetable
{
    [SaidAs("Record", "The reference of the record.")]
    public required string Record { get; init; }

    [SaidAs("Clocks", "Its clocks, in the order they started.")]
    public required IReadOnlyList<ClockRow> Value { get; init; }
}

/// <summary>Something that happened.</summary>
internal sealed record EventRow
{
    [SaidAs("Number", "Its place in the history of the record.")]
    public required int Number { get; init; }

    [SaidAs("Event", "What happened, as a code.")]
    public required string Event { get; init; }

    [SaidAs("At", "When it happened.")]
    public required DateTimeOffset At { get; init; }

    [SaidAs("Roles", "The roles in which whoever did it acted.")]
    public required IReadOnlyList<string> Roles { get; init; }
}

/// <summary>A page of what happened.</summary>
internal sealed record EventRows
{
    [SaidAs("Events", "The events of this page, oldest first.")]
    public required IReadOnlyList<EventRow> Value { get; init; }

    [SaidAs("Next Link", "Where the next page is, where there is one.")]
    public string? NextLink { get; init; }
}
