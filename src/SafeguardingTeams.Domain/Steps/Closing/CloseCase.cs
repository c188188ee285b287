using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Closing;

/// <summary>
/// Operations or the Chair close a case that the group has considered or the national Panel has answered; below the threshold once the
/// referrer has been told; the MASH closes what its referrer has withdrawn. Only when nothing is open: nothing is stopped in silence.
/// Closing ends access to secured records and papers; what is recorded stays, and can be read by whoever could read it before (F2).
/// </summary>
public sealed record CloseCase(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.CloseCase;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        StillOpen.In(files.This) is { IsEmpty: false } open
            ? Decision.Refuse(new("still-open", $"The case cannot be closed yet. Still open: {string.Join("; ", open)}."))
            : Decision.Accept(CaseId, new CaseClosed());
}

/// <summary>The case is closed: nothing is waited for, nobody has access to secured records or papers through it.</summary>
public sealed record CaseClosed : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "CaseClosed.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        SecuringClock.Settled(
            file.WithQuestionsTakenBack() with
            {
                Stage = Stage.Closed,
                StageBeforeClosing = file.Stage,
                Review = file.Review with { AccessEnded = file.Review.AccessEnded || file.Review.SentAt is not null },
            },
            recorded.At
        );

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. ReviewCards.Asked(after).Select(agency => new Effect.KeepFolders(after.Id, agency.Key)),
            .. ReviewCards.Pack(after),
            .. Tell.Again(ReviewCards.Nominees(after)),
            .. Tell.Again(DecidedCards.GroupMeeting(after)),
            .. LeadsQuestionCards.TakenBack(after),
        ];
}

/// <summary>
/// Whoever may close a case opens it again, with a reason: it stands where it stood. Access that closing ended does not come back by
/// itself.
/// </summary>
public sealed record ReopenCase(CaseId CaseId, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReopenCase;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is opened again."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new CaseReopened(Reason.Trim()));
}

/// <summary>A closed case was opened again.</summary>
public sealed record CaseReopened(string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "CaseReopened.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.BeforeClosing with
        {
            StageBeforeClosing = Stage.NotStarted,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => Tell.Again(DecidedCards.GroupMeeting(after));
}

/// <summary>What keeps a case from being closed.</summary>
public static class StillOpen
{
    /// <summary>What is waited for, in plain words; empty where nothing is.</summary>
    public static ImmutableList<string> In(CaseFile file) =>
        [
            .. file
                .Clocks.Where(clock => clock.Runs)
                .Select(clock => Title(clock.Deadline.TimescaleId))
                // What the leads are asked ends with the case, and keeps nothing open.
                .Concat(CaseTask.Of(file.WithQuestionsTakenBack()).Where(task => task.Due is null).Select(task => Words(task.Kind)))
                .Distinct(),
        ];

    private static string Title(string clockId) =>
        Calendar.Timescales.Rule(clockId) == Calendar.Timescales.Securing ? Words(TaskKind.SecureRecords)
        : Calendar.Timescales.Rule(clockId)?.Title is { } title ? $"{char.ToLowerInvariant(title[0])}{title[1..]}"
        : clockId;

    private static string Words(TaskKind kind) =>
        kind switch
        {
            TaskKind.RingTheChair => "the Chair has not opened the alert",
            TaskKind.ArrangeSpecialMeeting => "a special meeting of the group is to be arranged",
            TaskKind.FindSomebody => "nobody is left in a role: somebody is to be found",
            TaskKind.SecureRecords => "an agency has not confirmed that its records are secured",
            TaskKind.CheckMeetingDay => "the day of the meeting is to be looked at",
            TaskKind.CheckFolder => "access to a folder of the case is not what it should be",
            TaskKind.SeeToStuck => "something could not be done in Outlook or SharePoint",
            TaskKind.DecideOnNotification => "the local authority decides again on the notification",
            TaskKind.RecordPartnersResponse => "the partners' response to the Panel",
            _ => "something waits for somebody: see the case's card",
        };
}
