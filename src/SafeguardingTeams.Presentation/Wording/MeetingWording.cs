using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Stages, items and outcomes of the group's meetings in words.</summary>
internal static class MeetingWording
{
    /// <summary>As much as an input of one line takes, with some room.</summary>
    private const int LongestLine = 900;

    /// <summary>Where it stands, in a list.</summary>
    internal static string Short(MeetingStage stage) =>
        stage switch
        {
            MeetingStage.NotPlanned => "not planned",
            MeetingStage.Planned => "to come",
            MeetingStage.InSession => "being held",
            MeetingStage.Ended => "held, minutes to be drafted",
            MeetingStage.MinutesWithChair => "minutes with the Chair",
            MeetingStage.MinutesCirculated => "minutes to be approved",
            MeetingStage.Approved => "over",
            MeetingStage.Cancelled => "cancelled",
        };

    internal static string Of(AskedOfGroup asked) =>
        asked switch
        {
            AskedOfGroup.Decide => "to decide",
            AskedOfGroup.Advise => "to advise",
            AskedOfGroup.Accept => "to accept",
            AskedOfGroup.Note => "to take note",
        };

    internal static string Of(Presence presence) =>
        presence switch
        {
            Presence.Present => "Present",
            Presence.Deputy => "Deputy present",
            Presence.Apology => "Apology",
            Presence.Absent => "Absent",
        };

    internal static string Of(AfterInterest followed) =>
        followed switch
        {
            AfterInterest.Stayed => "stayed",
            AfterInterest.LeftTheDecision => "stayed, and had no part in the decision",
            AfterInterest.Left => "left for the item",
        };

    /// <summary>What kind of record waits for a meeting.</summary>
    internal static string Kind(RecordRef record) => record.Kind == RecordKind.Learning ? "practice learning" : "case";

    /// <summary>What an item is, without a name.</summary>
    internal static string Title(AgendaItem item) =>
        item.Subject switch
        {
            null => item.Title,
            { Kind: RecordKind.Learning } subject => $"Practice learning {subject}",
            { } subject => $"Case {subject}",
        };

    /// <summary>Who is co-opted to an item, by role and agency; empty where nobody is (E3).</summary>
    internal static string CoOpted(AgendaItem item) => string.Join("; ", item.CoOptedNow.Select(one => one.RoleAndAgency));

    /// <summary>
    /// All that are co-opted to items of a meeting, by role, agency and place on its agenda, as far as they fit into a line (E3).
    /// </summary>
    internal static string CoOpted(MeetingFile file)
    {
        List<string> all =
        [
            .. file.Agenda.SelectMany((item, i) => item.CoOptedNow.Select(one => $"{one.RoleAndAgency}, for item {i + 1}")),
        ];
        var fit = all.Count;
        while (fit > 0 && all.Take(fit).Sum(one => one.Length + 2) > LongestLine)
        {
            fit--;
        }

        return string.Join("; ", all.Take(fit)) + (fit < all.Count ? $"; and {all.Count - fit} more" : "");
    }

    /// <summary>How often an item was put off before (E18); null where it was not.</summary>
    internal static string? PutOff(AgendaItem item) =>
        item.PutOff switch
        {
            <= 0 => null,
            1 => "put off once before",
            2 => "put off twice before",
            var times => $"put off {times} times before",
        };

    /// <summary>How an item stands, in a word or two.</summary>
    internal static string State(AgendaItem item) =>
        item.Outcome is not { } outcome
            ? "Open"
            : outcome.End switch
            {
                ItemEnd.Decided => item.Asked == AskedOfGroup.Note ? "Noted" : "Decided",
                ItemEnd.Deferred => "Put off",
                ItemEnd.Withdrawn => "Withdrawn",
            };

    /// <summary>What came of an item, in a sentence.</summary>
    internal static string Of(ItemOutcome outcome) =>
        outcome.End switch
        {
            ItemEnd.Decided when !outcome.Recommends.IsEmpty =>
                $"Recommended to the partners: {GroupsWay.InWords(outcome.Recommends)}. {outcome.Decision}",
            ItemEnd.Decided => outcome.Decision,
            ItemEnd.Deferred => $"Put off to: {outcome.Decision}",
            ItemEnd.Withdrawn => "Withdrawn.",
        };

    /// <summary>Which of the three partners had somebody there (E16).</summary>
    internal static string PartnersPresent(Attendance attendance)
    {
        var there = attendance.PartnersThere;
        var names = Partners.Leads.Where(there.Contains).Select(Partner).ToList();
        return names.Count == Partners.Leads.Length ? "All three safeguarding partners were there"
            : names.Count == 0 ? "None of the three safeguarding partners was there"
            : $"Of the three safeguarding partners only {string.Join(" and ", names)} {(names.Count == 1 ? "was" : "were")} there";
    }

    /// <summary>Whether the partnership's quorum was reached (E16); null where it sets none.</summary>
    internal static string? Quorum(Attendance attendance) =>
        attendance.Quorum is not { } set
            ? null
            : $"The partnership's quorum, {Written.Count(set.Seats, "seat", "seats")}"
                + $"{(set.AllPartners ? " and each of the three partners" : "")}, "
                + $"was {(attendance.IsQuorate == true ? "" : "not ")}reached";

    internal static string Partner(Role partner) =>
        partner switch
        {
            Role.LeadLocalAuthority => "local authority",
            Role.LeadPolice => "police",
            _ => "health",
        };
}
