using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.Domain.Steps.Preparing;

/// <summary>What goes to the agencies, as far as the referral says it (B4): operations check it, and complete it.</summary>
public static class PrefilledRequest
{
    private static readonly string[] Noise = ["the", "a", "child", "children", "s", "of", "birth", "biological", "natural", "his", "her", "their", "own", "full"];
    private static readonly string[] KindsOfSibling = ["half", "step", "twin", "older", "younger", "elder", "baby", "little", "maternal", "paternal", "adoptive", "foster"];

    /// <summary>Filled in from the referral: the children, the family by relationship, the summary, a period of the twelve months before the incident.</summary>
    public static Answers Of(CaseFile file)
    {
        var referral = file.Referral!.Answers;
        var answers = referral.RowsOf("children").Aggregate(Answers.None, (all, child) => all.With("children", AnswerRow.Empty(child.Id)
            .With("name", child["name"]).With("born", child["born"]).With("address", child["address"]).With("died", child["outcome"] == "died" ? child["happened"] : "")));
        answers = referral.RowsOf("family").Aggregate(answers, Member);
        return Period(referral, answers.With("case", "summary", Cut(referral["outline", "circumstances"], 4000)));
    }

    /// <summary>A mother, father, brother or sister by the words of the relationship; everybody else among the adults and others.</summary>
    private static Answers Member(Answers answers, AnswerRow person) => Kind(person["relationship"]) switch
    {
        { } parent and ("mother" or "father") when answers[parent, "name"].Length == 0 =>
            answers.With(parent, "name", person["name"]).With(parent, "born", person["born"]).With(parent, "address", person["address"]),
        "sibling" => answers.With("siblings", AnswerRow.Empty(person.Id).With("name", person["name"]).With("born", person["born"]).With("address", person["address"])),
        _ => answers.With("adults", AnswerRow.Empty(person.Id).With("name", person["name"]).With("relationship", person["relationship"]).With("address", person["address"])),
    };

    private static string Kind(string relationship)
    {
        var words = new string([.. relationship.ToLowerInvariant().Select(c => char.IsLetter(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Noise.Contains(word)).ToList();
        return words switch
        {
            ["mother" or "mum" or "mummy"] => "mother",
            ["father" or "dad" or "daddy"] => "father",
            ["twin"] => "sibling",
            [.. var kinds, "brother" or "sister" or "sibling"] when kinds.TrueForAll(KindsOfSibling.Contains) => "sibling",
            _ => "other",
        };
    }

    private static Answers Period(Answers referral, Answers answers)
    {
        var days = referral.RowsOf("children").Select(child => child["happened"])
            .Select(text => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : (DateOnly?)null).OfType<DateOnly>().ToList();
        return days.Count == 0 ? answers : answers.With("case", "from", Iso(days.Min().AddMonths(-12))).With("case", "to", Iso(days.Max()));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
