using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>The parts of terms of reference of a review in words: what is asked on a card, and what stands in the paper.</summary>
internal static class TermsWording
{
    /// <summary>As a heading in the paper, and in a line.</summary>
    internal static string Of(TermsPart part) =>
        part switch
        {
            TermsPart.Purpose => "Purpose",
            TermsPart.Period => "Period looked at",
            TermsPart.Lines => "Key lines of enquiry",
            TermsPart.Earlier => "Earlier learning",
            TermsPart.Method => "Method",
            TermsPart.Agencies => "Agencies",
            TermsPart.Practitioners => "Practitioners",
            TermsPart.Family => "Child and family",
            TermsPart.Equality => "Equality",
            TermsPart.Parallel => "Parallel proceedings",
            TermsPart.Timetable => "Timetable",
            TermsPart.Governance => "Governance",
        };

    /// <summary>What is asked.</summary>
    internal static string Asks(TermsPart part) =>
        part switch
        {
            TermsPart.Purpose => "What is the review for?",
            TermsPart.Period => "Which period is looked at, and why?",
            TermsPart.Lines => "Key lines of enquiry: three to six, each on a line",
            TermsPart.Earlier => "Earlier local and national learning on them: was it carried out?",
            TermsPart.Method => "Which method, and why is it proportionate?",
            TermsPart.Agencies => "Which agencies, what is asked of each, and by when?",
            TermsPart.Practitioners => "How do practitioners take part?",
            TermsPart.Family => "How do child and family take part: by whom, with what support?",
            TermsPart.Equality => "Equality: what is looked at?",
            TermsPart.Parallel => "Parallel proceedings, and what they hold up",
            TermsPart.Timetable => "Timetable",
            TermsPart.Governance => "Who monitors, how often, and who signs off?",
        };

    /// <summary>What helps to answer; empty where nothing does.</summary>
    internal static string Hint(TermsPart part) =>
        part switch
        {
            TermsPart.Purpose => "To learn and to improve, not to blame.",
            TermsPart.Equality => "Racism and protected characteristics: what bore on the child's life, and on what was done.",
            TermsPart.Parallel => "Police, coroner, family court, other reviews. If there are none, say so.",
            TermsPart.Timetable => "Agencies' reports, practitioners' event, draft, check of facts, family, group, leads, publication.",
            _ => "",
        };

    /// <summary>Where a version stands, as the start of a line.</summary>
    internal static string State(TermsVersion version) =>
        version.State switch
        {
            TermsState.WithLeads => $"with the three leads since {Written.ShortDay(version.On)}",
            TermsState.Approved => $"approved by all three leads on {Written.ShortDay(version.AnsweredOn!.Value)}",
            TermsState.Returned => $"sent back by a lead on {Written.ShortDay(version.AnsweredOn!.Value)}",
        };

    /// <summary>Where the terms stand, for the card of the review.</summary>
    internal static string Of(TermsOfReview terms) =>
        terms.Last is not { } last
            ? (terms.Draft.IsEmpty ? "not written yet" : "being written; no version is before the leads yet")
            : $"version {last.Number} {State(last)}"
                + (terms.Approved is { } holds && holds != last ? $"; version {holds.Number} holds meanwhile" : "")
                + (terms.AreWithLeads || terms.Draft.SequenceEqual(last.Texts) ? "" : "; a change is being written");
}
