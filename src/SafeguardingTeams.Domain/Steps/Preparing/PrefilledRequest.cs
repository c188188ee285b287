using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

namespace SafeguardingTeams.Domain.Steps.Preparing;

/// <summary>What goes to the agencies, as far as the referral says it (B4): operations check it, and complete it.</summary>
public static class PrefilledRequest
{
    private static readonly string[] Noise =
    [
        "the",
        "a",
        "child",
        "children",
        "s",
        "of",
        "birth",
        "biological",
        "natural",
        "his",
        "her",
        "their",
        "own",
        "full",
    ];
    private static readonly string[] KindsOfSibling =
    [
        "half",
        "step",
        "twin",
        "older",
        "younger",
        "elder",
        "baby",
        "little",
        "maternal",
        "paternal",
        "adoptive",
        "foster",
    ];

    /// <summary>
    /// Filled in from the referral: the children, the family by relationship, the summary, a period of the twelve months before the
    /// incident.
    /// </summary>
    public static Answers Of(CaseFile file)
    {
        var referral = new ReferralAnswers(file.Referral!.Answers);
        var request = referral.Children.Aggregate(new RequestAnswers(Answers.None), (all, child) =>
            all.With(PersonKind.Child, child.Row.Id, new(child.Name, child.Born, child.Address) { Died = child.Died ? child.Happened : "" })
        );
        request = referral.Family.Aggregate(request, Member);
        return Period(referral, request.WithSummary(Cutting.To(referral.Circumstances, 4000))).Answers;
    }

    /// <summary>A mother, father, brother or sister by the words of the relationship; everybody else among the adults and others.</summary>
    private static RequestAnswers Member(RequestAnswers request, ReferredPerson person) =>
        request.With(
            Kind(person.Relationship) switch
            {
                PersonKind.Mother when request.Mother.Name.Length > 0 => PersonKind.AdultOrOther,
                PersonKind.Father when request.Father.Name.Length > 0 => PersonKind.AdultOrOther,
                var kind => kind,
            },
            person.Row.Id,
            new(person.Name, person.Born, person.Address) { Relationship = person.Relationship }
        );

    private static PersonKind Kind(string relationship)
    {
        var words = new string([.. relationship.ToLowerInvariant().Select(c => char.IsLetter(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Noise.Contains(word))
            .ToList();
        return words switch
        {
            ["mother" or "mum" or "mummy"] => PersonKind.Mother,
            ["father" or "dad" or "daddy"] => PersonKind.Father,
            ["twin"] => PersonKind.BrotherOrSister,
            [.. var kinds, "brother" or "sister" or "sibling"] when kinds.TrueForAll(KindsOfSibling.Contains) => PersonKind.BrotherOrSister,
            _ => PersonKind.AdultOrOther,
        };
    }

    private static RequestAnswers Period(ReferralAnswers referral, RequestAnswers request)
    {
        var days = referral.Children.Select(child => child.HappenedOn).OfType<DateOnly>().ToList();
        return days.Count == 0 ? request : request.WithPeriod(days.Min().AddMonths(-12), days.Max());
    }
}
