using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.Outside;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Presentation.Cards.Case;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Case.StepCards;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Cards.Review.ReviewParts;

namespace SafeguardingTeams.Presentation.Cards.Review;

/// <summary>Report and letter to the national Panel, its answer, and the ways out (B21 to B25, decision 10).</summary>
public static class PanelCards
{
    /// <summary>Check and send (B21, B22).</summary>
    public static AdaptiveCard Send(CaseFile file, Filled filled, CardContext context)
    {
        var missing = SendReport.LetterMissing(file);
        return Small(file, filled, context, "Send to the national Panel",
            [
                .. missing.IsEmpty ? [Top(new(NoticeKind.Information, "Everything the letter states is so: the notification, the conclusion, all three partners represented, the three leads' endorsement."))!]
                    : Items(missing).Prepend(Subheading("The letter cannot be made while this is missing")),
                .. AtMeetingCards.Recommendation(file),
            ],
            [
                "Open and read both documents before you send them. They go by email to the national Panel's mailbox, and cannot be called back.",
                $"With the same button {Count(file.Review.Agencies.Count(agency => agency.AskedAt is not null), "agency is", "agencies are")} told the outcome, and reminded to inform their own inspectorates; the referrer is told too.",
            ], [],
            ApprovalCards.Report(file, context), Link(context, "Open the letter", $"documents/{Code(file.Id)}/panel-letter"),
            missing.IsEmpty ? Go(file, context, "Send to the national Panel", Verbs.SendReport, (Verbs.Do, "yes")).Main() : null, ToTheCase(file, context));
    }

    /// <summary>What the Panel answered (B25), or its correction.</summary>
    public static AdaptiveCard Answer(CaseFile file, Filled filled, CardContext context)
    {
        var there = file.Review.Answer;
        var (key, value) = Again(there);
        return Small(file, filled, context, there is null ? "Record the Panel's answer" : "Correct the Panel's answer",
            [there is null ? null : Fact("Recorded now", $"{(there.Concurs ? "it concurs" : "it does not concur")}, {ShortDay(there.ReceivedOn)}")],
            ["The Panel cannot require a local review. Where it does not concur, the partners' response is recorded next."],
            [
                .. Date(filled, context, "date", "The day the answer came", Iso(there?.ReceivedOn ?? context.Today)),
                .. Line(filled, context, "text", "What does it say?", there?.Text ?? "", isLong: true),
                there is null ? null : Reason(filled, context, "Why is it being corrected?"),
            ],
            Go(file, context, "The Panel concurs", Verbs.PanelAnswer, (key, value), (Verbs.Do, "concurs")).Main(),
            Go(file, context, "The Panel does not concur", Verbs.PanelAnswer, (key, value), (Verbs.Do, "differs")), ToTheCase(file, context));
    }

    /// <summary>What the partners respond where the Panel does not concur (B25), or its correction.</summary>
    public static AdaptiveCard Response(CaseFile file, Filled filled, CardContext context)
    {
        var there = file.Review.PartnersResponse.Length > 0;
        return Small(file, filled, context, there ? "Correct the partners' response" : "Record the partners' response",
            [Fact("The Panel answered", file.Review.Answer!.Text)], ["What the three partners have decided to do in the light of the Panel's answer, and why."],
            [
                .. Line(filled, context, "text", "The partners' response", file.Review.PartnersResponse, isLong: true),
                there ? Reason(filled, context, "Why is it being corrected?") : null,
            ],
            Go(file, context, "Record the response", Verbs.PartnersResponse, ("again", there ? "yes" : "no"), (Verbs.Do, "yes")).Main(), ToTheCase(file, context));
    }

    /// <summary>Withdraw the Rapid Review (decision 10).</summary>
    public static AdaptiveCard Withdraw(CaseFile file, Filled filled, CardContext context) => Small(file, filled, context, "Withdraw the Rapid Review?",
        [],
        [
            "Use this where a notified case is found not to meet the criteria after all. It cannot be undone here.",
            "The meeting is cancelled, access to the secured records ends, every agency asked is told, and so is the referrer. The case goes to the Learning from Practice Group. Tell the national Panel yourself.",
        ],
        [Reason(filled, context, "Why does it not meet the criteria, and what was the Panel told?")],
        Go(file, context, "Withdraw it", Verbs.WithdrawReview, (Verbs.Do, "yes")) with { Style = "destructive" }, ToTheCase(file, context));

    /// <summary>Say how something was done by hand that could not be done in Outlook or SharePoint.</summary>
    public static AdaptiveCard ByHand(CaseFile file, string subject, StuckWork stuck, Filled filled, CardContext context) => Small(file, filled, context, "Done by hand",
        [Fact("What could not be done", stuck.What), Fact("Why", stuck.Why)], ["Say this only of what is done: it is not tried again. It stands on the case's record."],
        [Reason(filled, context, "What did you do, and when?")],
        Go(file, context, "It is done", Verbs.ParkedByHand, ("subject", subject), (Verbs.Do, "yes")).Main(), Button(context, "Back to the list", Verbs.Parked));

    /// <summary>End access to the secured records (B9).</summary>
    public static AdaptiveCard EndAccess(CaseFile file, Filled filled, CardContext context) => Small(file, filled, context, "End access to secured records?",
        file.Review.Agencies.Where(agency => agency.AskedAt is not null).Select(agency => Fact(agency.Name, ReviewWords.Secured(agency))),
        ["Representatives and nominees can no longer open their agency's folder. What lies in it stays, and the operational team can still reach it. It cannot be undone here."], [],
        Go(file, context, "Yes, end access", Verbs.EndAccess, (Verbs.Do, "yes")) with { Style = "destructive" }, ToTheCase(file, context));
}
