using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>
/// Whether somebody may take a step now: the table of <see cref="Permissions"/>, and what the stage alone does not tell. The button that
/// offers a step, the card that opens for it and the command that takes it all ask here. A button may be offered more narrowly (where
/// nobody needs it, or on another card), and a command refuses what is wrong with the words or with whom they are about.
/// </summary>
public static class StepRules
{
    private static readonly Refusal NothingToMediate = new("no-difference", "The leads do not differ, so there is nothing to mediate.");

    private static readonly Refusal AlreadyShared = new(
        "nothing-changed",
        "The documents are shared already. What comes later is added by itself."
    );

    private static readonly Refusal OthersHaveIt = new(
        "too-late",
        "The three leads, or the local authority, have it by now. Tell the Chair: the case ends by the leads' decision."
    );

    private static readonly Refusal OthersAsked = new(
        "not-the-author",
        "Somebody else asked for it. They, or the operational team, can take it back."
    );

    private static readonly Refusal NotConsidered = new(
        "not-considered",
        "The group has not considered it yet. Once it has, record what it decided, and close the case."
    );

    private static readonly Refusal OthersReopen = new(
        "others-reopen",
        "The operational team or the Chair open this case again. Tell them what has come to light."
    );

    private static readonly Refusal Considered = new(
        "considered",
        "The group has considered the case by now. The Rapid Review cannot be taken up again here."
    );

    private static readonly Refusal LeadsDoNotSeeIt = new(
        "not-with-the-leads",
        "The three leads do not see this case yet, so they cannot be asked about it. Once the Chair has informed them, they can."
    );

    private static readonly Refusal ThreeAreOpen = new(
        "too-many",
        $"{AskLeads.MostOpen} questions to the leads are open. Wait for an answer, or take one back, before you ask again."
    );

    /// <summary>Whatever is recorded can be corrected by operations (PD16); they decide nothing themselves.</summary>
    private static readonly Refusal OnlyCorrects = new(
        "only-corrects",
        "This is not the operational team's to decide. Once it is recorded, they can put it right."
    );

    /// <summary>Whether this person may take this step in this case now.</summary>
    public static bool MayTake(Step step, CaseFile file, Actor actor) => Refuse(step, file, actor) is null;

    /// <summary>Why this person may not take this step in this case now; null where they may.</summary>
    public static Refusal? Refuse(Step step, CaseFile file, Actor actor) =>
        Permissions.Refuse(step, file, actor) ?? Hinders(step, file, actor);

    private static Refusal? Hinders(Step step, CaseFile file, Actor actor)
    {
        var review = file.Review;
        return step switch
        {
            Step.ReadAlert => Unless(file.AlertReadAt is null),
            Step.InformLeads => Unless(file.LeadsInformedAt is null),
            Step.Recommend => Unless(file.PartnersView is null) ?? FirstIs(Role.Chair, file.Recommendation is not null, file, actor),
            Step.DecideAsPartner or Step.RecordDecisionByTelephone => Unless(file.RoundIsOpen),
            Step.StandAside => Unless(file.PartnersView is null),
            Step.AskForMediation => Unless(file.RoundIsOpen && !file.Round!.Mediated) ?? Unless(file.Round!.Differ, NothingToMediate),
            Step.RecordMediation => Unless(file.IsBeingMediated),
            Step.CorrectMediation => Unless(file.Mediated is not null),
            Step.DecideThreshold => FirstIs(Role.MashOfficer, file.Threshold is not null, file, actor)
                ?? Unless(
                    file is not { Stage: Stage.AwaitingRecommendation } or { LeadsInformedAt: null, AuthorityDecision: null },
                    OthersHaveIt
                ),
            Step.DecideOnNotification => Unless(file.Notification is null || file.AuthorityMustLookAgain)
                ?? FirstIs(Role.AuthorityNotifier, file.AuthorityDecision is not null, file, actor),
            Step.RecordNotification => FirstIs(Role.AuthorityNotifier, file.Notification is not null, file, actor),
            Step.AskForSpecialMeeting => Unless(file is { SpecialMeeting: null, Considered: null }),
            Step.TakeBackSpecialMeeting => Unless(file is { SpecialMeeting: not null, Considered: null })
                ?? Unless(file.SpecialMeeting!.PersonId == actor.PersonId || Is(Role.Operations, file, actor), OthersAsked),
            Step.SendScoping => Unless(review.SentAt is null),
            Step.SharePack => Unless(review.PackSharedAt is null, AlreadyShared),
            Step.AgreeRecommendation => Unless(review.Agreed is null),
            Step.ReopenRecommendation => Unless(review.Agreed is not null),
            Step.Approve or Step.ApproveByTelephone => Unless(review.ApprovalIsOpen),
            Step.AskForApprovalMediation => Unless(review.ApprovalIsOpen && !review.Approval!.Round.Mediated)
                ?? Unless(review.Approval!.Round.Differ, NothingToMediate),
            Step.RecordApprovalMediation => Unless(review.Approval is { MediationAskedAt: not null }),
            Step.CorrectApprovalMediation => Unless(review.Mediated is not null),
            Step.SendReport => Unless(review.Report is null),
            Step.SendCorrection => Unless(review.Report is not null && review is not { Correction: not null, Approval.Approved: null }),
            Step.RecordPanelAnswer => Unless(review.Report is not null),
            Step.RecordPartnersResponse => Unless(review.Answer is { Concurs: false }),
            Step.MapThemes => Unless(
                !file.Themes.IsEmpty || review.Agreed is not null && !new ReportAnswers(review.Record).ThemeWords.IsEmpty
            ),
            Step.EndAccess => Unless(review is { AccessEnded: false, SentAt: not null }),
            Step.TakeUpReview => Unless(review.WithdrawnBecause is not null && file.Notification!.StartsARapidReview)
                ?? Unless(file.Considered is null, Considered),
            Step.CloseCase => Unless(file.Stage != Stage.AwaitingGroupMeeting || file.Considered is not null, NotConsidered),
            // The MASH closes, and opens again, what was withdrawn before triage; nothing else.
            Step.ReopenCase => Unless(
                file.StageBeforeClosing == Stage.Withdrawn || Is(Role.Operations, file, actor) || Is(Role.Chair, file, actor),
                OthersReopen
            ),
            Step.AskLeads => Unless(Partners.Leads.All(lead => Permissions.Sees(file, lead)), LeadsDoNotSeeIt)
                ?? Unless(file.Questions.Count(asked => asked.IsOpen) < AskLeads.MostOpen, ThreeAreOpen),
            Step.AnswerLeadsQuestion or Step.TakeBackLeadsQuestion => Unless(file.Questions.Exists(asked => asked.IsOpen)),
            // Of all others the stage says everything, or it depends on whom or what they are about.
            _ => null,
        };
    }

    private static Refusal? Unless(bool possible, Refusal? otherwise = null) => possible ? null : otherwise ?? Refusal.Overtaken;

    /// <summary>What is one role's to decide, and others' only to correct.</summary>
    private static Refusal? FirstIs(Role owner, bool recorded, CaseFile file, Actor actor) =>
        recorded || Is(owner, file, actor) ? null : OnlyCorrects;

    private static bool Is(Role role, CaseFile file, Actor actor) => actor.RolesFor(file).Contains(role);
}
