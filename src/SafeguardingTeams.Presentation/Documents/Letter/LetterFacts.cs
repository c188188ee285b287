using System.Collections.Immutable;

namespace SafeguardingTeams.Presentation.Documents.Letter;

/// <summary>What the letter to an agency says of the case (B3). Dates are London dates.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="Partnership">The partnership's name.</param>
/// <param name="Date">The day of the letter.</param>
/// <param name="Representative">The agency's named representative.</param>
/// <param name="Outline">The referral in two or three sentences, without names (F2).</param>
/// <param name="Guidance">The national guidance by its name and year, as the case's edition has it.</param>
/// <param name="LimitWorkingDays">The Rapid Review's limit in working days (B1).</param>
/// <param name="ReviewDue">The day that limit ends.</param>
/// <param name="ReturnBy">The day the form is due (B5).</param>
/// <param name="ReturnAt">The time on that day.</param>
/// <param name="ReturnTo">The address it is returned to.</param>
/// <param name="Contact">Whom to ask, with telephone number and email address.</param>
/// <param name="ChairName">Who signs: the Chair of the Learning from Practice Group (RO5).</param>
/// <param name="ChairTitle">The office.</param>
public sealed record ScopingLetterFacts(
    string Reference,
    string Partnership,
    DateOnly Date,
    string Representative,
    string Agency,
    string Outline,
    string Guidance,
    int LimitWorkingDays,
    DateOnly ReviewDue,
    DateOnly ReturnBy,
    TimeOnly ReturnAt,
    string ReturnTo,
    string Contact,
    string ChairName,
    string ChairTitle
)
{
    /// <summary>When and where the meeting is, in words; null until it is set.</summary>
    public string? Meeting { get; init; }
}

/// <summary>The three conclusions the Panel is told (B22).</summary>
public enum PanelConclusion
{
    /// <summary>Recommendation a.</summary>
    National,

    /// <summary>Recommendation b.</summary>
    Local,

    /// <summary>Recommendations c to j.</summary>
    Neither,
}

/// <summary>One of the three safeguarding partners, for the letter to the Panel.</summary>
/// <param name="Name">As the partnership calls it.</param>
/// <param name="Represented">Whether it was represented at the Rapid Review meeting.</param>
/// <param name="Endorsed">Whether its lead representative endorsed the decision.</param>
public sealed record PanelPartner(string Name, bool Represented, bool Endorsed);

/// <summary>What the letter to the Panel says of the case (B22). Dates are London dates.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="Partnership">The partnership's name.</param>
/// <param name="Date">The day of the letter.</param>
/// <param name="AddresseeOffice">How the addressee is greeted, by office.</param>
/// <param name="AddresseeAddress">Body and postal address, line by line.</param>
/// <param name="NoticeReceived">The day the partnership received the notice of the incident.</param>
/// <param name="ReviewHeld">The day of the Rapid Review meeting.</param>
/// <param name="Conclusion">Which of the three; null while there is none.</param>
/// <param name="Partners">Local authority, police and health.</param>
/// <param name="EndorsedOn">The day the last lead endorsed the decision; null while one has not.</param>
/// <param name="Guidance">The national guidance by its name and year.</param>
/// <param name="ReportTitle">The report that is enclosed; null while it is not made.</param>
/// <param name="Contact">Whom to ask, with telephone number and email address.</param>
/// <param name="ChairName">Who signs: the Chair of the Learning from Practice Group (RO5).</param>
/// <param name="ChairTitle">The office.</param>
public sealed record PanelLetterFacts(
    string Reference,
    string Partnership,
    DateOnly Date,
    string AddresseeOffice,
    string AddresseeAddress,
    DateOnly? NoticeReceived,
    DateOnly? ReviewHeld,
    PanelConclusion? Conclusion,
    ImmutableArray<PanelPartner> Partners,
    DateOnly? EndorsedOn,
    string Guidance,
    string? ReportTitle,
    string Contact,
    string ChairName,
    string ChairTitle
)
{
    /// <summary>The conclusion a recommendation comes to.</summary>
    /// <param name="outcome">The letter a to j (B17).</param>
    public static PanelConclusion ConclusionOf(string outcome) =>
        outcome switch
        {
            "a" => PanelConclusion.National,
            "b" => PanelConclusion.Local,
            _ => PanelConclusion.Neither,
        };

    /// <summary>Why the letter cannot be made yet; none where it can (B22).</summary>
    public ImmutableArray<string> Hindrances() =>
        [
            .. Partners.Length == 3 ? Array.Empty<string>() : ["The letter speaks for three safeguarding partners."],
            .. Partners
                .Where(partner => !partner.Represented)
                .Select(partner => $"{partner.Name} was not represented at the Rapid Review meeting."),
            .. Partners
                .Where(partner => !partner.Endorsed)
                .Select(partner => $"The lead representative of {partner.Name} has not endorsed the decision."),
            .. NoticeReceived is null
                ? ["The day the partnership received the notice of the incident is not recorded."]
                : Array.Empty<string>(),
            .. Conclusion is null ? ["There is no recommendation yet."] : Array.Empty<string>(),
            .. ReportTitle is null ? ["The report that goes with the letter has not been made."] : Array.Empty<string>(),
        ];
}
