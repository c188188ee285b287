using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>What waits in a Rapid Review from when the letters went out (B5 to B25).</summary>
internal static class ReviewTasks
{
    internal static IEnumerable<CaseTask> Of(CaseFile file) =>
        [.. OfTheAgencies(file), .. BeforeTheMeeting(file), .. OfTheApproval(file), .. AfterIt(file), .. Outside(file)];

    private static IEnumerable<CaseTask> OfTheAgencies(CaseFile file)
    {
        // A return may come, and name another, until the leads have approved (B8).
        if (file.ReturnsMayCome && (!NamedAgencies.Unasked(file).IsEmpty || file.Review.Agencies.Exists(agency => agency.IsToBeAsked)))
        {
            yield return new(TaskKind.AskNamedAgency, Role.Operations, null);
        }

        foreach (var agency in file.Review.Agencies.Where(agency => agency is { AskedAt: not null, Representative.PersonId.Length: > 0 }))
        {
            var person = agency.Representative!.PersonId;
            if (agency.Return is null && file.ReturnsMayCome)
            {
                yield return OfAnAgency(file, TaskKind.ReturnScoping, Timescales.Of(Timescales.ScopingReturn, agency.Key), person);
            }

            if (file.Review.AwaitsSecuring(agency))
            {
                yield return OfAnAgency(file, TaskKind.SecureRecords, Timescales.Of(Timescales.Securing, agency.Key), person);
            }
        }
    }

    private static CaseTask OfAnAgency(CaseFile file, TaskKind kind, string clockId, string person) =>
        new(kind, Role.AgencyRepresentative, file.Clock(clockId) is { Runs: true } clock ? clock.Deadline : null) { PersonId = person };

    private static IEnumerable<CaseTask> BeforeTheMeeting(CaseFile file)
    {
        if (file.Stage != Stage.UnderReview)
        {
            yield break;
        }

        if (file.Review.PackSharedAt is null)
        {
            yield return CaseTask.Until(file, TaskKind.SharePack, Role.Operations, Timescales.Pack);
        }

        if (!Quorum.Impossible(file.Review.Attendees).IsEmpty)
        {
            yield return new(TaskKind.SecureQuorum, Role.Operations, null);
        }

        yield return CaseTask.Until(file, TaskKind.HoldMeeting, Role.Operations, Timescales.Meeting);
        yield return CaseTask.Until(file, TaskKind.HoldMeeting, Role.Chair, Timescales.Meeting);
        foreach (var attendee in file.Review.Attendees.Where(attendee => attendee is { Declared: null, Contact.PersonId.Length: > 0 }))
        {
            yield return new(TaskKind.DeclareForMeeting, Role.RapidReviewAttendee, null) { PersonId = attendee.Contact.PersonId };
        }
    }

    private static IEnumerable<CaseTask> OfTheApproval(CaseFile file)
    {
        if (!file.IsWithTheLeadsForApproval || file.Review.Approval is not { } approval)
        {
            return [];
        }

        return approval switch
        {
            { Approved: false } when file.Review.Correction is null =>
            [
                new(TaskKind.ReopenRecommendation, Role.Chair, null),
                new(TaskKind.ReopenRecommendation, Role.Operations, null),
            ],
            { MediationAskedAt: not null } =>
            [
                CaseTask.Until(file, TaskKind.MediateApproval, Role.Scrutineer, Timescales.ApprovalMediation),
            ],
            _ =>
            [
                .. approval.Round.Missing.Select(lead => CaseTask.Until(file, TaskKind.Approve, lead, Timescales.Approval)),
                .. approval.Round.CanBeMediated
                    ? new[] { CaseTask.Until(file, TaskKind.AskForApprovalMediation, Role.Chair, Timescales.Approval) }
                    : [],
            ],
        };
    }

    private static IEnumerable<CaseTask> AfterIt(CaseFile file) =>
        [
            .. ReportContent.CorrectionIsDue(file) && file.Review.Approval is not { Approved: null }
                ? new CaseTask[] { new(TaskKind.SendCorrection, Role.Operations, null) }
                : [],
            .. ByStage(file),
        ];

    private static IEnumerable<CaseTask> ByStage(CaseFile file) =>
        file.Stage switch
        {
            Stage.AwaitingSubmission => [CaseTask.Until(file, TaskKind.SendReport, Role.Operations, Timescales.Report)],
            Stage.AwaitingPanel when file.Review.Answer is null =>
            [
                CaseTask.Until(file, TaskKind.RecordPanelAnswer, Role.Operations, Timescales.PanelsAnswer),
            ],
            Stage.AwaitingPanel => [new(TaskKind.RecordPartnersResponse, Role.Operations, null)],
            _ => [],
        };

    /// <summary>What is wrong in Outlook and SharePoint, also after a withdrawal.</summary>
    internal static IEnumerable<CaseTask> Outside(CaseFile file) =>
        [
            .. file.Review.HasAlarm ? new CaseTask[] { new(TaskKind.CheckFolder, Role.Operations, null) } : [],
            .. file.Review.DeadLettered.IsEmpty ? [] : new CaseTask[] { new(TaskKind.SeeToStuck, Role.Operations, null) },
        ];
}
