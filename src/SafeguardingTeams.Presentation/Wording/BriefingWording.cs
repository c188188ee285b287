using SafeguardingTeams.Domain.Anonymity;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Briefings in words (D4, E11, E20, E23, E26).</summary>
public static class BriefingWording
{
    /// <summary>What is said wherever a text is called anonymised (E26).</summary>
    public const string LowNotNone = "The risk that somebody is known again is low, not none.";

    /// <summary>What it is.</summary>
    public static string Of(BriefingPurpose purpose) =>
        purpose switch
        {
            BriefingPurpose.SevenMinutes => "Seven-minute briefing",
            BriefingPurpose.Training => "Copy for training",
            BriefingPurpose.TriBorough => "Paper for the TriBorough group",
        };

    /// <summary>Where it stands, in a list.</summary>
    public static string Short(BriefingStage stage) =>
        stage switch
        {
            BriefingStage.NotStarted => "not begun",
            BriefingStage.Writing => "being written",
            BriefingStage.Checking => "to be checked",
            BriefingStage.WithChair => "with the Chair",
            BriefingStage.Approved => "approved",
            BriefingStage.Sent => "sent",
            BriefingStage.Closed => "closed",
            BriefingStage.Withdrawn => "withdrawn",
        };

    internal static string Of(BriefingAudience audience) =>
        audience switch
        {
            BriefingAudience.Public => "Everybody",
            BriefingAudience.Professionals => "Professionals of all agencies",
            BriefingAudience.NamedAgencies => "Professionals of the agencies it is sent to",
        };

    internal static string Of(CheckedFor looked) =>
        looked switch
        {
            CheckedFor.Names => "Names and nicknames",
            CheckedFor.Dates => "Dates and ages",
            CheckedFor.Places => "Places",
            CheckedFor.Schools => "Schools and hospitals",
            CheckedFor.Jobs => "Agencies and job titles",
            CheckedFor.Family => "How the family is made up",
            CheckedFor.RareFacts => "Rare facts, such as an illness",
            CheckedFor.Media => "Court, the media, quotations",
        };

    internal static string Of(DetailKind kind) =>
        kind switch
        {
            DetailKind.Name => "Name, or a part of one",
            DetailKind.Initials => "Initials",
            DetailKind.Date => "Date",
            DetailKind.Age => "Age",
            DetailKind.Address => "Address",
            DetailKind.Postcode => "Postcode",
            DetailKind.Telephone => "Telephone number",
            DetailKind.Email => "Email address",
            DetailKind.Link => "Web address or account",
            DetailKind.Reference => "Number or reference",
            DetailKind.Place => "Place",
            DetailKind.Agency => "Agency by name",
            DetailKind.JobTitle => "Job that few have",
            DetailKind.Family => "How the family is made up",
            DetailKind.Quotation => "Quotation",
        };

    internal static string Of(BriefingUse use) =>
        use switch
        {
            BriefingUse.TeamMeeting => "In a team meeting",
            BriefingUse.Supervision => "In supervision",
            BriefingUse.TrainingSession => "In training",
            BriefingUse.Otherwise => "In another way",
        };

    /// <summary>The heading of its card.</summary>
    internal static string Heading(BriefingFile file) =>
        file.Stage switch
        {
            BriefingStage.NotStarted => "Not begun",
            BriefingStage.Writing => file.Text is null ? "To be written" : "To be written again",
            BriefingStage.Checking => "To be checked",
            BriefingStage.WithChair => "Checked: with the Chair",
            BriefingStage.Approved => "Approved: to be sent",
            BriefingStage.Sent when file.Plan!.Agencies.IsEmpty => "Ready to be handed over",
            BriefingStage.Sent when file.Missing.Any() =>
                $"{file.Plan!.Agencies.Count - file.Missing.Count()} of {file.Plan.Agencies.Count} agencies answered",
            BriefingStage.Sent => "All agencies have answered",
            BriefingStage.Closed => "Closed",
            BriefingStage.Withdrawn => "Withdrawn",
        };

    /// <summary>By when answers are due, and what that is counted from (PD2); empty where nothing runs.</summary>
    internal static string By(BriefingFile file) =>
        file.Clock(Timescales.BriefingAnswers.Id) is { Runs: true, Deadline: var deadline }
            ? $"{Written.Day(deadline.DueDay)}, counted from {Clocks.From(deadline.Anchor)}, {Written.ShortDay(deadline.AnchorDay)}"
            : "";

    /// <summary>How an agency used it, in a line.</summary>
    internal static string Of(BriefingUsed used) =>
        used.IsUsed
            ? $"{string.Join(", ", used.Uses.Select(Of))}: {used.Teams}"
                + (used.People is { } people ? $"; {Written.Count(people, "person", "people")}" : "")
            : $"Not used: {used.WhyNot}";
}
