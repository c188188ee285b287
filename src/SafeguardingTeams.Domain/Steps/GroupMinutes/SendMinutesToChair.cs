using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupMinutes;

/// <summary>
/// Operations send the draft of the minutes to the Chair (E17). It is drawn from the record; what is put right there is right in it.
/// </summary>
public sealed record SendMinutesToChair(RecordRef Meeting) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.SendMinutesToChair;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        Decision.Accept(Meeting, new MinutesSentToChair());
}

/// <summary>The Chair has the draft of the minutes.</summary>
public sealed record MinutesSentToChair : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "MinutesSentToChair.v1";

    /// <inheritdoc/>
    public override KeptKind? Sends => KeptKind.MinutesToChair;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.MinutesToChair, recorded.At) with
        {
            Stage = MeetingStage.MinutesWithChair,
            Minutes = file.Minutes with { ToChairAt = recorded.At },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => [MeetingCards.Draft(after), new Effect.KeepPapers(after.Ref)];
}

/// <summary>
/// The Chair has read the draft, and sends it to the members and the Scrutineer (E6, E17); again, where something was put right since: that
/// is another version, and both are kept.
/// </summary>
public sealed record CirculateMinutes(RecordRef Meeting) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.CirculateMinutes;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        files.This.Stage == MeetingStage.MinutesCirculated && !MeetingSending.IsDraftToGoAgain(files.This)
            ? Decision.Refuse(Refusal.Overtaken)
            : Decision.Accept(Meeting, new MinutesCirculated());
}

/// <summary>Members and the Scrutineer have the draft of the minutes.</summary>
public sealed record MinutesCirculated : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "MinutesCirculated.v1";

    /// <inheritdoc/>
    public override KeptKind? Sends => KeptKind.DraftMinutes;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.MinutesToMembers, recorded.At) with
        {
            Stage = MeetingStage.MinutesCirculated,
            Minutes = file.Minutes with { CirculatedAt = recorded.At },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) =>
        [.. MeetingCards.News(after), MeetingCards.Draft(after) with { OnlyIfShown = true }, new Effect.KeepPapers(after.Ref)];
}

/// <summary>Operations or the Chair record that the next meeting approved the minutes, with what it corrected (E17).</summary>
/// <param name="On">The day of that meeting.</param>
/// <param name="Corrections">What was corrected; may be empty.</param>
public sealed record ApproveMinutes(RecordRef Meeting, DateOnly On, string Corrections) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.ApproveMinutes;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        On > context.Today ? Decision.Refuse(new("future", "This day is still to come.", "date"))
        : On < files.This.Plan!.Day ? Decision.Refuse(new("order", "This is before the meeting itself.", "date"))
        : Reasons.TooLong(Corrections, "corrections") is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(Meeting, new MinutesApproved(On, Corrections.Trim()));
}

/// <summary>The minutes were approved.</summary>
public sealed record MinutesApproved(DateOnly On, string Corrections) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "MinutesApproved.v1";

    /// <inheritdoc/>
    public override KeptKind? Sends => KeptKind.ApprovedMinutes;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file with
        {
            Stage = MeetingStage.Approved,
            Minutes = file.Minutes with { ApprovedOn = On, Corrections = Corrections },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => [.. MeetingCards.Again(after), new Effect.KeepPapers(after.Ref)];
}
