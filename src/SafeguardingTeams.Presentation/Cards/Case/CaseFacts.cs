using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Case;

/// <summary>The facts of a case in short, as everybody with a part in it sees them.</summary>
internal static class CaseFacts
{
    internal static IEnumerable<Element> Of(CaseFile file)
    {
        var answers = file.Referral!.Answers;
        yield return Subheading("In short");
        foreach (var child in answers.RowsOf("children"))
        {
            var outcome = child["outcome"] == "died" ? "died" : "seriously harmed";
            var born = DateOnly.TryParseExact(child["born"], "yyyy-MM-dd", out var day) ? $", born {ShortDay(day)}" : ", date of birth not given";
            var happened = DateOnly.TryParseExact(child["happened"], "yyyy-MM-dd", out var on) ? $" on {ShortDay(on)}" : "";
            yield return Fact("Child", $"{child["name"]}{born}; {outcome}{happened}");
        }

        yield return Fact("Referred by", $"{file.Referral.Referrer.Display}, {file.Referral.Referrer.AgencyName}, {Moment(file.Referral.SentAt)}");
        yield return Fact("Safeguarding lead consulted", $"{answers["lead", "name"]}, {answers["lead", "agency"]}");
        yield return Fact("Local authority aware", $"{ShortDay(file.Awareness!.AwareOn)}{(file.Awareness.IsDefault ? " (the day the referral reached the MASH)" : "")}");
        yield return Fact("Joint Agency Response", file.JointAgencyResponse is { } record ? Happenings.JointAgencyResponse(record) : "not said yet");
        if (file.Threshold is { } decision)
        {
            yield return Fact(decision.Reached ? "Threshold reached because" : "Threshold not reached because", decision.Reason);
        }
    }
}
