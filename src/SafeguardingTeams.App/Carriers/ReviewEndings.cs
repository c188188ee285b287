using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Review;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Carriers;

/// <summary>The cards of the papers, the meeting, the approval and the Panel, by verb.</summary>
internal static class ReviewEndings
{
    internal static bool Knows(string verb) => verb is Verbs.Papers or Verbs.ReadReturn or Verbs.SharePack or Verbs.AtMeeting or Verbs.Attendance or Verbs.Agree or Verbs.Reopen
        or Verbs.Approval or Verbs.ApprovalReasons or Verbs.ApprovalTelephone or Verbs.ApprovalMediationAsk or Verbs.ApprovalMediation
        or Verbs.SendReport or Verbs.PanelAnswer or Verbs.PartnersResponse or Verbs.WithdrawReview or Verbs.EndAccess;

    internal static ReviewCardOf Of(Press press) => press.Action.Verb switch
    {
        Verbs.Papers => new(Reads, (file, filled, context) => PapersCards.List(file, ReviewTable.OnTop(filled), context)),
        Verbs.ReadReturn => new(ReadsOne(press.Key("agency")), (file, _, context) => PapersCards.Read(file, file.Review.Agency(press.Key("agency"))!, Number(press, "page"), Number(press, "row"), context)),
        Verbs.SharePack => new(ReviewTable.May(Step.SharePack), PapersCards.Share)
        {
            Command = p => (new SharePack(Id(p)), null), Says = _ => "The documents are being shared with those who have declared.", After = PapersCards.List, IsOpen = file => file.Review.PackSharedAt is null,
        },
        Verbs.AtMeeting => new(AtTheMeeting, (file, filled, context) => AtMeetingCards.Overview(file, ReviewTable.OnTop(filled), context)),
        Verbs.Attendance => new(ReviewTable.May(Step.RecordMeeting), AtMeetingCards.Attendance)
        {
            Command = p => (new RecordAttendance(Id(p), [.. AnswerKind.Several.Values(p.Input("present"))]), null), Says = _ => "Who is here is recorded.", After = AtMeetingCards.Overview,
        },
        Verbs.Agree => new(ReviewTable.May(Step.AgreeRecommendation), AtMeetingCards.Agree) { Command = p => (new AgreeRecommendation(Id(p)), null), Says = _ => "The recommendation is agreed. The three leads are being asked to approve it." },
        Verbs.Reopen => new(ReviewTable.May(Step.ReopenRecommendation), AtMeetingCards.Reopen)
        {
            Command = p => (new ReopenRecommendation(Id(p), p.Input("reason")), null), Says = _ => "The recommendation is open again.", After = AtMeetingCards.Overview, IsOpen = file => file.Review.Agreed is not null,
        },
        Verbs.Approval => new(ReviewTable.May(Step.Approve), ApprovalCards.Lead) { Command = p => (new Approve(Id(p), Round(p), Agrees: true, "", Seen(p)), null), Says = Approved, IsOpen = RoundIsOpen },
        Verbs.ApprovalReasons => new(ReviewTable.May(Step.Approve),
            (file, filled, context) => ApprovalCards.Reasons(file, press.Key("refuse").Length == 0 && press.Key(Verbs.Do) != "refuse", filled, context))
        {
            Command = p => (new Approve(Id(p), Round(p), p.Key(Verbs.Do) == "approve", p.Input("reason"), Seen(p)), null), Says = Approved, IsOpen = RoundIsOpen,
        },
        Verbs.ApprovalTelephone => new(ReviewTable.May(Step.ApproveByTelephone), ApprovalCards.Telephone) { Command = Telephone, Says = _ => "The approval is recorded.", IsOpen = RoundIsOpen },
        Verbs.ApprovalMediationAsk => new(ReviewTable.May(Step.AskForApprovalMediation), ApprovalCards.AskForMediation)
        {
            Command = p => (new AskForApprovalMediation(Id(p)), null), Says = _ => "The Independent Scrutineer is being asked.", IsOpen = file => RoundIsOpen(file) && file.Review.Approval!.Round is { Differ: true, Mediated: false },
        },
        Verbs.ApprovalMediation => new(ReviewTable.May(Step.RecordApprovalMediation), ApprovalCards.Mediation)
        {
            Command = p => (new RecordApprovalMediation(Id(p), p.Input("outcome"), p.Input("agreed")), null), Says = _ => "The mediation is recorded. Each lead is being asked again.", IsOpen = file => file.Review.Approval is { MediationAskedAt: not null },
        },
        Verbs.SendReport => new(ReviewTable.May(Step.SendReport), PanelCards.Send)
        {
            Command = p => (new SendReport(Id(p)), null), Says = _ => "Report and letter are being sent to the national Panel. Agencies and referrer are being told the outcome.", IsOpen = file => file.Review.Report is null,
        },
        Verbs.PanelAnswer => new(ReviewTable.May(Step.RecordPanelAnswer), PanelCards.Answer)
        {
            Command = p => ReviewTable.Day(p, "date") is { } day ? (new RecordPanelAnswer(Id(p), p.Key(Verbs.Do) == "concurs", p.Input("text"), day, p.Input("reason"), p.Key("again") == "yes"), null)
                : (null, new Refusal("date-needed", "Enter a real date.", "date")),
            Says = file => file.Review.Answer!.Concurs ? "Recorded: the Panel concurs." : "Recorded: the Panel does not concur. Record the partners' response next.",
        },
        Verbs.PartnersResponse => new(ReviewTable.May(Step.RecordPartnersResponse), PanelCards.Response)
        {
            Command = p => (new RecordPartnersResponse(Id(p), p.Input("text"), p.Input("reason"), p.Key("again") == "yes"), null), Says = _ => "The partners' response is recorded.", IsOpen = file => file.Review.Answer is { Concurs: false },
        },
        Verbs.WithdrawReview => new(ReviewTable.May(Step.WithdrawReview), PanelCards.Withdraw)
        {
            Command = p => (new WithdrawReview(Id(p), p.Input("reason")), null), Says = _ => "The Rapid Review is withdrawn. Everybody who was asked is being told; the case goes to the Learning from Practice Group.",
        },
        Verbs.EndAccess => new(ReviewTable.May(Step.EndAccess), PanelCards.EndAccess) { Command = p => (new EndAccess(Id(p)), null), Says = _ => "Access to the secured records is being ended.", IsOpen = file => !file.Review.AccessEnded },
        _ => throw new InvalidOperationException("No such card."),
    };

    private static bool RoundIsOpen(CaseFile file) => file.Review is { Agreed: not null, Approval: { Approved: null, MediationAskedAt: null } };

    private static string Approved(CaseFile file) => file.Review.Approval switch
    {
        { Approved: true } => "Your decision is recorded. All three leads have approved: report and letter go to the national Panel.",
        { Approved: false } => "Your decision is recorded. The recommendation is not approved; it is opened again.",
        { Round.Differ: true } => "Your decision is recorded. The leads differ: you can ask the Independent Scrutineer to mediate.",
        _ => "Your decision is recorded. You can change it until all three have decided.",
    };

    private static (Command?, Refusal?) Telephone(Press press) => Enum.TryParse<Role>(press.Input("lead"), out var lead)
        ? (new ApproveByTelephone(Id(press), Round(press), lead, press.Key(Verbs.Do) == "approve", press.Input("reason"), press.Input("given"), press.Input("verified"), Seen(press)), null)
        : (null, new Refusal("answer-needed", "Choose whose decision it is.", "lead"));

    private static Refusal? Reads(CaseFile file, Actor actor) => ReviewInsight.ReadsReturns(file, actor) && ReviewTable.IsOn(file) ? null : Refusal.NotYours;

    private static Func<CaseFile, Actor, Refusal?> ReadsOne(string agency) => (file, actor) =>
        file.Review.Agency(agency) is { Return.Known: true } one && ReviewInsight.ReadsReturn(file, actor, one) ? null : Refusal.NotYours;

    private static Refusal? AtTheMeeting(CaseFile file, Actor actor) =>
        Permissions.SeesAs(file, actor, [Role.Chair, Role.Operations]) && file.Review.SentAt is not null && ReviewTable.IsOn(file) ? null : Refusal.NotYours;

    private static int Round(Press press) => Number(press, "round");

    /// <summary>The version of the case the card was drawn from; a card that does not say is taken to have seen nothing.</summary>
    private static int Seen(Press press) => Number(press, "seen");

    /// <summary>A number a card carries; 0 for none.</summary>
    internal static int Number(Press press, string key) => int.TryParse(press.Key(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 1_000_000) : 0;

    private static CaseId Id(Press press) => press.CaseId!.Value;
}
