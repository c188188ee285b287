using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.ReportChanges;

namespace SafeguardingTeams.Domain.Steps.Report;

/// <summary>
/// Operations or the Chair send report and letter to the national Panel's mailbox (B21); agencies and referrers are told the
/// outcome (B23, B24).
/// </summary>
public sealed record SendReport(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.SendReport;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var missing = LetterMissing(files.This);
        return !missing.IsEmpty
            ? new Decision.Refused([.. missing.Select(what => new Refusal("not-ready", what))])
            : Decision.Accept(CaseId, Sent(files.This, context));
    }

    private static ReportSent Sent(CaseFile file, DecisionContext context)
    {
        var sent = new ReportSent(context.Pin(file, Timescales.PanelsAnswer, context.Today))
        {
            Content = ReportContent.Of(file).Fingerprint,
        };
        return sent with { ReferrerTold = ReferrersOutcome.Owed(file, sent, context) };
    }

    /// <summary>Why the letter to the Panel cannot be made: each of its statements must be so (B22). None where it can.</summary>
    public static ImmutableList<string> LetterMissing(CaseFile file)
    {
        var absent = Quorum.Missing(file.Review.Attendees);
        ImmutableList<string> missing =
        [
            .. file.Notification is { Timetable.IsEmpty: false }
                ? ImmutableList<string>.Empty
                : ["No notification of a serious incident is recorded."],
            .. file.ReceivedByOperationsAt is null
                ? ["The day the partnership received the notice of the incident is not recorded."]
                : ImmutableList<string>.Empty,
            .. file.Review.Agreed is null ? ["The meeting has not agreed a recommendation."] : ImmutableList<string>.Empty,
            .. file.Review.Meeting is null
                ? ["The day of the meeting is not recorded. Open the recommendation again and plan the meeting."]
                : ImmutableList<string>.Empty,
            .. absent.IsEmpty ? ImmutableList<string>.Empty : ["Not all three partners were represented at the meeting."],
            .. file.Review.Approval is { Approved: true }
                ? ImmutableList<string>.Empty
                : ["The three leads have not endorsed the recommendation."],
        ];
        return missing.IsEmpty && ApprovedContent.Differs(file)
            ?
            [
                "The report shows something else than the three leads have approved. Open the recommendation again, so that they are asked "
                    + "anew.",
            ]
            : missing;
    }
}

/// <summary>Report and letter are going to the Panel; its answer is waited for, and the referrer is owed the outcome (A15).</summary>
/// <param name="Deadline">Of the Panel's answer.</param>
/// <param name="ReferrerTold">Of telling the referrer; null in what was stored before they were told of it.</param>
public sealed record ReportSent(Deadline Deadline, Deadline? ReferrerTold = null) : CaseEvent, ISendsReport
{
    /// <inheritdoc/>
    public override string StoredName => "ReportSent.v1";

    /// <summary>The fingerprint of what the report shows; empty in what was stored before that was recorded.</summary>
    public string Content { get; init; } = "";

    internal override bool TellsTheReferrer => ReferrerTold is not null;

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var sent = ReturnClock
            .StopAll(file, recorded.At)
            .Stop(Timescales.Report.Id, recorded.At)
            .Stop(Timescales.AgenciesTold.Id, recorded.At)
            .Start([Deadline]) with
        {
            Review = file.Review with { Report = new(recorded.At, Content) },
        };
        return (ReferrerTold is null ? sent : sent.Start([ReferrerTold]) with { ReferrerTold = null }).Settled();
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. ReferralCards.Outcome(after, ReferrerTold),
            new Effect.FileDocument(after.Id, DocumentKind.Report, Topic.None),
            new Effect.FileDocument(after.Id, DocumentKind.PanelLetter, Topic.None),
            new Effect.SendMail(after.Id, MailKind.ReportToPanel, Topic.None),
            .. ReviewCards.Asked(after).Select(agency => new Effect.SendMail(after.Id, MailKind.Outcome, Topic.Agency(agency.Key))),
            .. ReviewCards.Panel(after, Topic.Of(TopicNews.ReportSent)),
        ];
}
