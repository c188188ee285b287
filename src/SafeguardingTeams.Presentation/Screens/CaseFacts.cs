using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>The facts of a case in short, as everybody with a part in it sees them.</summary>
internal static class CaseFacts
{
    internal static IEnumerable<Element> Of(CaseFile file)
    {
        var referral = new ReferralAnswers(file.Referral!.Answers);
        yield return Subheading("In short");
        foreach (var child in referral.Children)
        {
            var outcome = child.Died ? "died" : "seriously harmed";
            var born = child.BornOn is { } day ? $", born {ShortDay(day)}" : ", date of birth not given";
            var happened = child.HappenedOn is { } on ? $" on {ShortDay(on)}" : "";
            yield return Fact("Child", $"{child.Name}{born}; {outcome}{happened}");
        }

        yield return Fact(
            "Referred by",
            $"{file.Referral.Referrer.Display}, {file.Referral.Referrer.AgencyName}, {Moment(file.Referral.SentAt)}"
        );
        yield return Fact("Safeguarding lead consulted", $"{referral.LeadName}, {referral.LeadAgency}");
        yield return Fact(
            "Local authority aware",
            $"{ShortDay(file.Awareness!.AwareOn)}{(file.Awareness.IsDefault ? " (the day the referral reached the front door)" : "")}"
        );
        yield return Fact(
            "Joint Agency Response",
            file.JointAgencyResponse is { } record ? CaseWords.JointAgencyResponse(record) : "not said yet"
        );
        if (file.Threshold is { } decision)
        {
            yield return Fact(decision.Reached ? "Threshold reached because" : "Threshold not reached because", decision.Reason);
        }
    }
}
