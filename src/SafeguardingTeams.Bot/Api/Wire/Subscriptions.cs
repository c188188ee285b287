namespace SafeguardingTeams.Bot.Api.Wire;

/// <summary>Where a flow waits, for what happens to records of a kind.</summary>
internal sealed record RecordTrigger
{
    [SaidAs("Notification Address", "Where Power Automate waits.", IsCallback = true)]
    public required string NotificationUrl { get; init; }

    [SaidAs("Kind", "Only records of this kind.")]
    public FlowKind? Kind { get; init; }
}

/// <summary>Where a flow waits, for records that reach a step.</summary>
internal sealed record StepTrigger
{
    [SaidAs("Notification Address", "Where Power Automate waits.", IsCallback = true)]
    public required string NotificationUrl { get; init; }

    [SaidAs("Kind", "The kind of record.")]
    public required FlowKind Kind { get; init; }

    [SaidAs("Step", "Only where this step is reached.", ChosenFrom = "ListSteps", ChosenBy = "kind")]
    public string? Step { get; init; }
}

/// <summary>Where a flow waits, for what waits for somebody.</summary>
internal sealed record TaskTrigger
{
    [SaidAs("Notification Address", "Where Power Automate waits.", IsCallback = true)]
    public required string NotificationUrl { get; init; }

    [SaidAs("Kind", "Only records of this kind.")]
    public FlowKind? Kind { get; init; }

    [SaidAs("Task", "Only this kind of task.", ChosenFrom = "ListTaskKinds", Advanced = true)]
    public string? Task { get; init; }
}

/// <summary>A question to the three leads about a case, and where the flow waits for what they answer.</summary>
internal sealed record LeadsInput
{
    [SaidAs("Notification Address", "Where Power Automate waits.", IsCallback = true)]
    public required string NotificationUrl { get; init; }

    [SaidAs("Case", "The reference of the case it is about.")]
    public required string Record { get; init; }

    [SaidAs("Question", "What you ask the leads, of 10 to 500 characters and without the name of anybody.")]
    public required string Question { get; init; }

    [SaidAs("Answers", "The answers to choose from, of which there are 2 to 5.")]
    public required IReadOnlyList<string> Options { get; init; }
}

/// <summary>What one lead answered.</summary>
internal sealed record LeadAnswer
{
    [SaidAs("Role", "The role of the lead who answered.")]
    public required string Role { get; init; }

    [SaidAs("Answer", "The number of the answer chosen, in the order you gave them, from 1.")]
    public required int Answer { get; init; }

    [SaidAs("At", "When it was answered.")]
    public required DateTimeOffset At { get; init; }
}

/// <summary>What the leads answered, as it is posted to the flow that waits.</summary>
internal sealed record LeadsAnswered
{
    [SaidAs("ID", "The id of this notice, the same where it is sent again.")]
    public required string Id { get; init; }

    [SaidAs("Case", "The reference of the case it is about.")]
    public required string Record { get; init; }

    [SaidAs("Question", "The number of the question in the case.")]
    public required int Question { get; init; }

    [SaidAs("Complete", "Whether all three have answered, and the question was not taken back.")]
    public required bool Complete { get; init; }

    [SaidAs("Answers", "What each lead answered.")]
    public required IReadOnlyList<LeadAnswer> Answers { get; init; }
}

/// <summary>A registration.</summary>
internal sealed record Subscribed
{
    [SaidAs("Subscription", "The id of the registration.")]
    public required string Subscription { get; init; }
}

/// <summary>What happened, as it is posted to a flow.</summary>
internal sealed record Notice
{
    [SaidAs("ID", "The id of this notice, the same where it is sent again.")]
    public required string Id { get; init; }

    [SaidAs("Event", "What happened, as a code.")]
    public required string Event { get; init; }

    [SaidAs("Kind", "What kind of record it happened to.")]
    public required string Kind { get; init; }

    [SaidAs("Record", "The reference of the record.")]
    public required string Record { get; init; }

    [SaidAs("Step", "The step of the process it stood at then.")]
    public required string Step { get; init; }

    [SaidAs("Task", "What was to be done, as a code.")]
    public string? Task { get; init; }

    [SaidAs("Waits For", "The role it waited for.")]
    public string? WaitsFor { get; init; }

    [SaidAs("Agency", "The id of the agency it is about.")]
    public string? Agency { get; init; }

    [SaidAs("Due", "The day it is due.")]
    public DateOnly? Due { get; init; }

    [SaidAs("Document", "The number of the document in the record.")]
    public int? Document { get; init; }

    [SaidAs("Document Kind", "What the document is, as a code.")]
    public string? DocumentKind { get; init; }

    [SaidAs("At", "When it happened.")]
    public required DateTimeOffset At { get; init; }

    [SaidAs("Link", "Where the record is opened, by those with a part in it.")]
    public required string Link { get; init; }
}
