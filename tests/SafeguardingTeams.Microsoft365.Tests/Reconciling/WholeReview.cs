using System.Collections.Immutable;
using System.Security.Cryptography;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>
/// A whole Rapid Review by commands, with everything in it that is done in Outlook and SharePoint; reconcile jobs are done after each
/// step.
/// </summary>
internal sealed class WholeReview(ReconcileFixture fixture)
{
    internal const string Outsider = "office@charity.example";
    internal const string SchoolsNewRepresentative = "new-representative@schools.example";
    internal const string Guest = "consultant@health.example";
    private const string Operations = "operations-officer";

    internal static readonly string[] Agencies =
    [
        "childrens-services",
        "police",
        "acute-trust",
        "mental-health-trust",
        "general-practice",
        "schools",
        "charity",
    ];
    internal static readonly DateTimeOffset Planned = London(16, 10);
    internal static readonly DateTimeOffset Moved = London(16, 14);
    internal static readonly DateTimeOffset PlannedAgain = London(17, 9);

    private static CaseId Id => CaseStory.Id;

    /// <summary>Everything, to the end of access.</summary>
    internal static async Task<ReconcileFixture> RunAsync(ReconcileFixture fixture)
    {
        var review = new WholeReview(fixture);
        await review.ToTheLettersAsync();
        await review.ToThePackAsync();
        await review.ToTheEndAsync();
        return fixture;
    }

    internal Contact Somebody(string personId) =>
        fixture.File.People.First(person => person.Id == personId) is var found
            ? new(personId, found.Display, found.Email)
            : throw new InvalidOperationException();

    /// <summary>To the letters: seven agencies asked, one of them without an account anywhere; six people invited.</summary>
    internal async Task ToTheLettersAsync()
    {
        var answers = CaseStory.Complete();
        answers = answers.With("children", answers.Row("children", "r1")!.With("name", "Child A"));
        await fixture.DoAsync(new SubmitReferral(Id, SeriousIncidentReferralV1.FormId, 1, answers), CaseStory.Referrer);
        await fixture.DoAsync(new RecordJointAgencyResponse(Id, new(JointAgencyResponseState.NotNeeded, null, "")), "mash-officer");
        await fixture.DoAsync(new DecideThreshold(Id, true, "Both criteria are met."), "mash-officer");
        await fixture.DoAsync(new Recommend(Id, true, "Both criteria, on what is known.", false), "chair");
        foreach (var lead in new[] { "lead-authority", "lead-police", "lead-health" })
        {
            await fixture.DoAsync(new DecideAsPartner(Id, 1, true, ""), lead);
        }

        await fixture.DoAsync(new DecideOnNotification(Id, true, NotificationGround.SeriousIncident, ""), "authority-notifier");
        await fixture.DoAsync(
            new RecordNotification(Id, NotificationGround.SeriousIncident, fixture.Clock.GetUtcNow(), "SIN-1", ""),
            "authority-notifier"
        );
        foreach (var agency in Agencies)
        {
            await fixture.DoAsync(
                new ChooseAgency(
                    Id,
                    agency,
                    $"The {agency}",
                    agency == "charity" ? new("", "Safeguarding lead, charity", Outsider) : Somebody($"rep-{agency}")
                ),
                Operations
            );
        }

        foreach (
            var (person, partner) in new[]
            {
                ("head-childrens-services", Role.LeadLocalAuthority),
                ("inspector-police", Role.LeadPolice),
                ("designated-nurse", Role.LeadHealth),
            }
        )
        {
            await InviteAsync(person, Somebody(person), partner);
        }

        await InviteAsync("consultant", new("", "Consultant paediatrician", Guest), null);
        await InviteAsync("rep-schools", Somebody("rep-schools"), null);
        await fixture.DoAsync(new FillInRequest(Id, Answers.None, CaseStory.CompleteRequest(), ""), Operations);
        await fixture.DoAsync(new PlanMeeting(Id, Planned, Planned.AddHours(2), MeetingKind.Online, "", "", ""), Operations);
        await StepAsync(new SendScoping(Id), Operations);
    }

    /// <summary>The meeting moved, cancelled and planned again; nominees, returns, declarations and the pack.</summary>
    internal async Task ToThePackAsync()
    {
        await NameAsync("police", Somebody("records-police"));
        await NameAsync("acute-trust", Somebody("records-acute-trust"));
        await NameAsync("childrens-services", Somebody("rep-childrens-services"));
        await NameAsync("charity", new("", "Trustee of the charity", "trustee@charity.example"));
        await StepAsync(new PlanMeeting(Id, Moved, Moved.AddHours(2), MeetingKind.Online, "", "", "The room."), Operations);
        await StepAsync(new CancelMeeting(Id, "The Chair is ill."), Operations);
        await StepAsync(
            new PlanMeeting(Id, PlannedAgain, PlannedAgain.AddHours(3), MeetingKind.FaceToFace, "Town hall, room 4", "", ""),
            Operations
        );
        await StepAsync(
            new NameRepresentative(Id, "schools", new("", "Representative of the schools", SchoolsNewRepresentative), "A new post."),
            Operations
        );
        await NameAsync("police", Somebody("rep-police"), "Absent.");
        var request = (await fixture.FileAsync()).Review.Request;
        await StepAsync(new FillInRequest(Id, request, request.With("case", "to", "2026-10-31"), "The period was wrong."), Operations);
        await ReturnAsync("police", known: true);
        await ReturnAsync("general-practice", known: false);
        await StepAsync(new DeclareForMeeting(Id, "head-childrens-services", true, true), "head-childrens-services");
        await StepAsync(new DeclareForMeeting(Id, "consultant", true, true), Operations);
        await StepAsync(new DeclareForMeeting(Id, "rep-schools", true, false), "rep-schools");
        await StepAsync(new SharePack(Id), Operations);
        await StepAsync(new DeclareForMeeting(Id, "inspector-police", true, true), "inspector-police");
        await StepAsync(new DeclareForMeeting(Id, "designated-nurse", true, true), "designated-nurse");
        await ReturnAsync("acute-trust", known: true);
        await UploadAsync();
        await StepAsync(new TakeOffAttendee(Id, "consultant", "Not needed."), Operations);
    }

    /// <summary>Reminders, the meeting, the report and the end of access.</summary>
    internal async Task ToTheEndAsync()
    {
        await ToTheApprovalAsync();
        await StepAsync(new SendReport(Id), Operations);
        await StepAsync(new EndAccess(Id), Operations);
    }

    /// <summary>To where report and letter can be sent.</summary>
    internal async Task ToTheApprovalAsync()
    {
        fixture.ClockTo(London(10, 12));
        await fixture.Get<DeadlineSweep>().RunAsync(CancellationToken.None);
        await fixture.SettleAsync();
        fixture.ClockTo(PlannedAgain.AddMinutes(10));
        await StepAsync(new RecordAttendance(Id, ["head-childrens-services", "inspector-police", "designated-nurse"]), "chair");
        var file = await fixture.FileAsync();
        await StepAsync(new RecordMeeting(Id, file.Review.Record, CaseStory.CompleteRecord(file), ""), "chair");
        await StepAsync(new AgreeRecommendation(Id), "chair");
        foreach (var lead in new[] { "lead-authority", "lead-police", "lead-health" })
        {
            await StepAsync(new Approve(Id, 1, true, ""), lead);
        }
    }

    internal async Task StepAsync(Command command, string personId)
    {
        await fixture.DoAsync(command, personId);
        await fixture.SettleAsync();
        await (fixture.StepEnds?.Invoke() ?? Task.CompletedTask);
    }

    internal Task NameAsync(string agency, Contact nominee, string reason = "") =>
        StepAsync(new NameNominee(Id, agency, nominee, reason), Operations);

    private async Task InviteAsync(string key, Contact contact, Role? partner) =>
        await fixture.DoAsync(new InviteAttendee(Id, new(key, contact, "agency", "An agency", "Head of service", partner)), Operations);

    private async Task ReturnAsync(string agency, bool known)
    {
        var file = await fixture.FileAsync();
        var prefilled = PrefilledReturn.Of(file);
        var answers = CaseStory.Complete(Domain.Forms.InitialScoping.InitialScopingV1.Form);
        const string Family = Domain.Forms.InitialScoping.InitialScopingV1.Family;
        answers = prefilled
            .RowsOf(Family)
            .Aggregate(answers with { Rows = answers.Rows.Remove(Family) }, (all, row) => all.With(Family, row.With("answer", "matches")));
        await StepAsync(new ReturnScoping(Id, agency, known, known ? answers : Answers.None, "on a card", ""), $"rep-{agency}");
    }

    /// <summary>Operations put the notification's copy into the case's folder, as a host does: the file first.</summary>
    private async Task UploadAsync()
    {
        var bytes = "%PDF-1.7 of the notification"u8.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var (weather, stop) = (fixture.Graph.Faults.Weather, CancellationToken.None);
        fixture.Graph.Faults.Weather = null;
        var ofCase = ((GraphResult<StoredItem>.Done)await fixture.Folders.EnsureFolderAsync(Library.CaseRecords, null, Id.Value, stop))
            .Value
            .Id;
        var papers = ((GraphResult<StoredItem>.Done)await fixture.Folders.EnsureFolderAsync(Library.CaseRecords, ofCase, "papers", stop))
            .Value
            .Id;
        Assert.IsType<GraphResult<StoredItem>.Done>(
            await fixture.Folders.UploadAsync(
                Library.CaseRecords,
                papers,
                AddPaper.NameOf(Id, PaperKind.NotificationCopy, hash, ".pdf"),
                bytes,
                stop
            )
        );
        fixture.Graph.Faults.Weather = weather;
        await StepAsync(new AddPaper(Id, PaperKind.NotificationCopy, bytes.Length, hash, ".pdf"), Operations);
    }

    private static DateTimeOffset London(int day, int hour) => Domain.Calendar.London.Instant(new(2026, 11, day), new(hour, 0));
}
