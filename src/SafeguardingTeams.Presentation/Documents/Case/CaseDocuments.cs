using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Answered;
using SafeguardingTeams.Presentation.Documents.Chronology;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Documents.Report;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Documents.Case;

/// <summary>The documents of a case, each made from the case as it is (B3, B4, B13, B16, B22).</summary>
/// <param name="words">The partnership's names and contacts.</param>
public sealed class CaseDocuments(PartnershipWords words, LetterTemplates templates)
{
    private string ChairTitle => $"Chair of the {words.GroupName}";

    private string Contact => $"{words.OperationsName}, {words.OperationsTelephone}, {words.OperationsEmail}";

    /// <summary>Letter (ii) to an agency, or why it cannot be made.</summary>
    public LetterDrawing ScopingLetter(CaseFile file, ReviewAgency agency, string chair, DateOnly today) =>
        Letters.ScopingLetter(
            templates.Of(LetterKind.Scoping),
            new(
                file.Id.Value,
                words.PartnershipName,
                today,
                agency.Representative?.Display ?? "Safeguarding lead",
                agency.Name,
                new RequestAnswers(file.Review.Request).Outline,
                Guidance(file),
                Limit(file),
                ReportDue(file, today),
                Returned(file, agency, today).Day,
                Returned(file, agency, today).Time,
                words.OperationsEmail,
                Contact,
                chair,
                ChairTitle
            )
            {
                Meeting = file.Review is { Agreed: null, Meeting: { } meeting }
                    ? $"{Written.DayAndTime(meeting.Start)}, "
                        + $"{ReviewWords.How(meeting.How)}{(meeting.Place.Length > 0 ? $", {meeting.Place}" : "")}"
                    : null,
            }
        );

    /// <summary>Form (iii) for an agency, section 1 filled in.</summary>
    public ReadOnlyMemory<byte> ScopingForm(CaseFile file, ReviewAgency agency, DateOnly today) =>
        Forms.ScopingForm.Write(
            new(
                file.Id.Value,
                agency.Key,
                agency.Name,
                words.PartnershipName,
                Guidance(file),
                Limit(file),
                Returned(file, agency, today).Day,
                Returned(file, agency, today).Time,
                words.OperationsEmail,
                Contact,
                new RequestAnswers(file.Review.Request).Summary,
                new RequestAnswers(file.Review.Request).From ?? today,
                new RequestAnswers(file.Review.Request).To ?? today
            )
            {
                SectionOne = SectionOne.Now(file).Number,
            },
            PrefilledReturn.Of(file)
        );

    /// <summary>An agency's return as a document to read.</summary>
    public static ReadOnlyMemory<byte> Return(CaseFile file, ReviewAgency agency) =>
        AnsweredDocument.Write(
            FormLibrary.Get(agency.Return!.FormId, agency.Return.FormVersion),
            agency.Return.Answers,
            file.Id.Value,
            $"{agency.Name}: {Written.Moment(agency.Return.At)}, {ReviewWords.By(agency.Return)}"
        );

    /// <summary>The completed referral as a document to read.</summary>
    public static ReadOnlyMemory<byte> Referral(CaseFile file) =>
        AnsweredDocument.Write(
            file.Referral!.Form,
            file.Referral.Answers,
            file.Id.Value,
            $"Referred by {file.Referral.Referrer.Display}, {file.Referral.Referrer.AgencyName}, {Written.Moment(file.Referral.SentAt)}"
        );

    /// <summary>Report (iv).</summary>
    /// <param name="corrects">The day the report that it corrects was sent; null where it corrects none.</param>
    public ReadOnlyMemory<byte> Report(CaseFile file, DateOnly? corrects = null) =>
        ReportDocument.Write(Facts(file) with { Corrects = corrects });

    /// <summary>Letter (v) to the Panel, or why it cannot be made (B22).</summary>
    /// <param name="corrects">The day the report that is corrected was sent; null where none is.</param>
    public LetterDrawing PanelLetter(CaseFile file, string chair, DateOnly today, DateOnly? corrects = null) =>
        Letters.PanelLetter(
            templates.Of(LetterKind.Panel),
            new(
                file.Id.Value,
                words.PartnershipName,
                today,
                words.PanelAddressee,
                words.PanelAddress,
                file.ReceivedByOperationsAt is { } received ? London.DateOf(received) : null,
                Held(file),
                file.Review.Agreed is { } agreed ? PanelLetterFacts.ConclusionOf(agreed.Outcome) : null,
                [
                    .. Partners.Leads.Select(lead => new PanelPartner(
                        Name(lead),
                        !Quorum.Missing(file.Review.Attendees).Contains(lead),
                        file.Review.Approval is { Approved: true } approval && approval.Round.Of(lead) is { Agrees: true }
                    )),
                ],
                file.Review.Approval is { Approved: true } done ? London.DateOf(done.Round.Decisions.Max(decision => decision.At)) : null,
                Guidance(file),
                corrects is { } day ? $"{ReportDocument.Title}. {ReportDocument.Correction(day)}" : ReportDocument.Title,
                Contact,
                chair,
                ChairTitle
            )
        );

    /// <summary>One chronology over the referral and all returns, clashes and gaps marked.</summary>
    public ReadOnlyMemory<byte> Chronology(CaseFile file, DateOnly today)
    {
        var returned = file.Review.Agencies.Where(agency => agency.Return is { Known: true }).ToList();
        var request = new RequestAnswers(file.Review.Request);
        var (from, to) = (request.From ?? today.AddYears(-1), request.To ?? today);
        var entries = new ReferralAnswers(file.Referral!.Answers)
            .KeyEvents.Select(one => Entry(file.Referral.Referrer.AgencyName, one, "Referral"))
            .Concat(
                returned.SelectMany(agency =>
                    new ReturnAnswers(agency.Return!.Answers).KeyEvents.Select(one => Entry(agency.Name, one, one.Source))
                )
            );
        return ChronologyDocument.Write(
            CombinedChronology.Of(entries, from, to),
            new(
                file.Id.Value,
                words.PartnershipName,
                from,
                to,
                CombinedChronology.UsualGapDays,
                [$"Referral of {file.Referral.Referrer.AgencyName}", .. returned.Select(agency => agency.Name)],
                [.. file.Review.Agencies.Where(agency => agency is { AskedAt: not null, Return: null }).Select(agency => agency.Name)]
            )
        );
    }

    /// <summary>Everything the report says, for its completeness check before it goes to the leads (B16).</summary>
    public ReportFacts Facts(CaseFile file) =>
        new(
            file.Id.Value,
            words.PartnershipName,
            Guidance(file),
            [.. new ReferralAnswers(file.Referral!.Answers).Children.Select(child => child.Name)],
            RapidReview.ReportForm(file),
            file.Review.Record
        )
        {
            ReviewHeld = Held(file),
            HowHeld = file.Review.Meeting is { } meeting ? ReviewWords.How(meeting.How) : "",
            Participants =
            [
                .. file
                    .Review.Attendees.Where(attendee => attendee.Present)
                    .Select(attendee => new ReportParticipant(attendee.Contact.Display, attendee.JobTitle, attendee.AgencyName)),
            ],
            Quorum = Quorum.Missing(file.Review.Attendees) is { IsEmpty: false } missing
                ? $"Not quorate: nobody who counts was there for {string.Join(", ", missing.Select(Name))}."
                : "Quorate: each of the three safeguarding partners was represented by somebody senior without direct "
                    + "involvement in the case.",
            Family = ReportFamily.Of(file.Review.Request, file.Referral.Answers),
            CaseSummary = new RequestAnswers(file.Review.Request).Summary,
            Papers = [.. (file.Review.Agreed?.Papers ?? PackPapers.Of(file)).Select(paper => new ReportPaper(paper.Name, paper.Missing))],
            SubmittedToPanel = ReportSending.Of(file) is [.., var sent] ? London.DateOf(sent.At) : null,
        };

    private static ChronologyEntry Entry(string agency, KeyEvent one, string source) => new(agency, one.When, one.Time, one.What, source);

    private static DateOnly? Held(CaseFile file) =>
        file.Review.Attendees.Exists(attendee => attendee.Present) && file.Review.Meeting is { } meeting
            ? London.DateOf(meeting.Start)
            : null;

    private static (DateOnly Day, TimeOnly Time) Returned(CaseFile file, ReviewAgency agency, DateOnly today) =>
        file.Clock(ReturnClock.Id(agency.Key))?.Deadline is { } due
            ? (due.DueDay, TimeOnly.FromDateTime(London.Local(due.DueAt).DateTime))
            : (BankHolidays.Calendar.AddWorkingDays(today, Timescales.ScopingReturn.Number), Timescales.ScopingReturn.EndsAt!.Value);

    private static DateOnly ReportDue(CaseFile file, DateOnly today) =>
        file.Notification?.Timetable.Find(date => date.Id == "report")?.Latest ?? today;

    private static int Limit(CaseFile file) =>
        file.Notification?.Timetable.Find(date => date.Id == "report")?.ToDay ?? Timescales.Report.Number;

    private static string Guidance(CaseFile file) =>
        file.Rules?.GuidanceEdition == "2018"
            ? "Working Together to Safeguard Children 2018"
            : "the national Panel's guidance for safeguarding partners of 2025";

    private string Name(Role lead) =>
        lead switch
        {
            Role.LeadLocalAuthority => "the local authority",
            Role.LeadPolice => "the police",
            _ => words.HealthPartner == "health" ? "health" : $"the {words.HealthPartner}",
        };
}
