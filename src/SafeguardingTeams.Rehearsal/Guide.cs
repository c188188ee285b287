using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Rehearsal;

/// <summary>One thing a newcomer may try next.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Text">What to do.</param>
/// <param name="Person">Who to be.</param>
/// <param name="Done">Whether it has been done.</param>
internal sealed record GuideStep(string Title, string Text, string Person, bool Done);

/// <summary>The guided first run.</summary>
internal static class Guide
{
    internal static ImmutableList<GuideStep> Of(IReadOnlyList<CaseFile> cases, ImmutableHashSet<string> pressed)
    {
        var reached = cases.Any(file => file.Threshold is { Reached: true });
        return
        [
            new(
                "Refer",
                "Be the paediatrician. Choose Begin, pick the agency, then Refer a serious incident. Each page can be filled "
                    + "with an example by the button above the chat.",
                "paediatrician",
                cases.Count > 0
            ),
            new(
                "Triage",
                "Be the MASH officer. Open the message that came at once, read the referral, record the Joint Agency Response, "
                    + "decide the threshold.",
                "mash-officer",
                cases.Any(file => file.Threshold is not null)
            ),
            new(
                "Alert",
                "Be the Chair. The alert names no child; open it to see facts and clocks.",
                "chair",
                reached && pressed.Contains("chair/open-case")
            ),
            new(
                "Inform and recommend",
                "Be the Chair still: inform the three leads with one button, then record the recommendation.",
                "chair",
                cases.Any(file => file.Recommendation is not null)
            ),
            new(
                "Decide",
                "Be each of the three leads in turn: open the message and agree or disagree. If they differ, the Scrutineer "
                    + "can be asked to mediate.",
                "lead-police",
                cases.Any(file => file.PartnersView is not null)
            ),
            new(
                "Notify",
                "Be the notifier for the local authority: see the facts for the portal, decide, and record the notification.",
                "authority-notifier",
                cases.Any(file => file.Notification is not null)
            ),
            new(
                "Prepare the Rapid Review",
                "Be an operations officer. Choose the agencies and who answers for each, fill in what goes to them, plan the "
                    + "meeting, invite one person for each partner, then preview and send.",
                "operations-officer",
                cases.Any(file => file.Review.SentAt is not null)
            ),
            new(
                "Return, or say that the family is not known",
                "Be an agency's representative: open the message, return the scoping form, or say that your agency does not "
                    + "know the family. Secure the records in four steps.",
                "rep-acute-trust",
                cases.Any(file => file.Review.Agencies.Exists(agency => agency.Return is not null))
            ),
            new(
                "Declare and share",
                "Be somebody invited to the meeting and declare; then be an operations officer and share the documents.",
                "lead-health-deputy",
                cases.Any(file => file.Review.PackSharedAt is not null)
            ),
            new(
                "Meet and agree",
                "Move the clock to the day of the meeting. Be the Chair: fill in the record, say who is there, agree the recommendation.",
                "chair",
                cases.Any(file => file.Review.Agreed is not null)
            ),
            new(
                "Approve, send, answer",
                "Be each of the three leads and approve. Then be an operations officer: send report and letter to the national "
                    + "Panel, and record its answer.",
                "operations-officer",
                cases.Any(file => file.Review.Answer is not null)
            ),
            new(
                "Look into Outlook and SharePoint",
                "Be an operations officer. Outlook, above the chat, shows everybody's letters and invitations; SharePoint "
                    + "shows who may open each folder. Share an agency's folder of secured records past the system and move the "
                    + "clock on: operations is told.",
                "operations-officer",
                pressed.Contains("outlook") && pressed.Contains("sharepoint")
            ),
            new(
                "Let time pass",
                "Move the clock on, above, to the next reminder: the timers remind whoever is late, then the next person each "
                    + "working day after.",
                "chair",
                pressed.Contains("clock")
            ),
            new(
                "Refer again",
                "Be the safeguarding lead of the school and refer the same child. The MASH is told that the two may be one incident.",
                "school-lead",
                cases.Count > 1
            ),
            new(
                "Join",
                "Be the MASH officer again: open the second referral, choose Same incident?, and join them.",
                "mash-officer",
                cases.Any(file => file.Stage == Stage.Joined || !file.JoinedReferrals.IsEmpty)
            ),
            new(
                "Oversee",
                "Be the Chair and choose Oversight tab, above the chat: the app's second tab in Teams. What waits for the Chair comes "
                    + "first, then what is late; press a reference to open it on the page, or take a list along in Excel. The "
                    + "paediatrician, who oversees nothing, is told where their own lists are.",
                "chair",
                pressed.Contains("tab")
            ),
            new(
                "Let a flow react",
                "Be an operations officer and choose Flows, above the chat: Power Automate, with what a partnership would build. Turn on "
                    + "the first, move the clock past a date, and read the line in the channel and what the history of the run keeps.",
                "operations-officer",
                pressed.Contains("flows")
            ),
            new(
                "Be somebody with no part in it",
                "Be the stranger and say hello: nothing comes back, not even the partnership's name.",
                "stranger",
                pressed.Contains("stranger/said")
            ),
        ];
    }
}
