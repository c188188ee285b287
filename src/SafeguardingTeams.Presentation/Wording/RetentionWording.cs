using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>How long a record is kept, and what of it goes, in words; a reference and never a name.</summary>
internal static class RetentionWording
{
    internal static string Kind(RecordKind kind) =>
        kind switch
        {
            RecordKind.Case => "Serious safeguarding incident",
            RecordKind.Learning => "Practice learning",
            RecordKind.Action => "Action",
            RecordKind.Meeting => "Meeting of the group",
            RecordKind.Review => "Review",
            RecordKind.Briefing => "Briefing",
            RecordKind.Group => "The group's own record",
        };

    internal static string Class(RetentionClass by) => $"{by.Name}: {Written.Count(by.Years, "year", "years")} from {From(by.From)}";

    internal static string Authority(HoldAuthority authority) =>
        authority switch
        {
            HoldAuthority.Inquiry => "a public inquiry",
            HoldAuthority.Court => "a court",
            HoldAuthority.Police => "the police or prosecution",
            HoldAuthority.Coroner => "the coroner",
            HoldAuthority.Other => "somebody else",
        };

    internal static string Place(DisposalPlace place) =>
        place switch
        {
            DisposalPlace.Events => "What happened, with every answer",
            DisposalPlace.Readings => "Who looked at it, and when",
            DisposalPlace.Drafts => "Forms half filled in",
            DisposalPlace.OtherRows => "Lists, receipts and notes about it",
            DisposalPlace.KeptFiles => "Files as they left, or were brought",
            DisposalPlace.SharePoint => "Folders and files in SharePoint",
            DisposalPlace.Messages => "Messages in Teams, which now say that it is kept no longer",
            DisposalPlace.Invitations => "Invitations to meetings that were to come, cancelled",
        };

    internal static string Rest(RemainingPart part) =>
        part switch
        {
            { Rest: DisposalRest.Exports, Until: { } until } =>
                $"Nightly exports and copies: nobody can remove them before their time. They are gone by {Written.ShortDay(until)}.",
            { Rest: DisposalRest.KeptFiles } =>
                $"{Written.Count(part.Count, "kept file", "kept files")} that nobody can remove yet: removed by itself once its "
                    + "time has run out.",
            { Rest: DisposalRest.RecycleBin, Until: { } until } =>
                $"SharePoint's recycle bin, until {Written.ShortDay(until)} unless somebody empties it before.",
            { Rest: DisposalRest.SharePointByHand } =>
                "Its folders in SharePoint, which this system does not reach: operations remove them by hand.",
            { Rest: DisposalRest.Mails } => $"{Written.Count(part.Count, "mail", "mails")} in mailboxes, for as long as each mailbox keeps "
                + "them.",
            { Rest: DisposalRest.PastInvitations } =>
                $"{Written.Count(part.Count, "invitation", "invitations")} to meetings that are over, in calendars: reference, time "
                    + "and place only. To change one would write to everybody who was invited.",
            { Rest: DisposalRest.Messages } =>
                $"{Written.Count(part.Count, "message", "messages")} in chats that the app no longer reaches: reference and "
                    + "what was asked only.",
            { Rest: DisposalRest.OtherRecords } =>
                $"Its reference in {Written.Count(part.Count, "other record", "other records")} that named it, until those go.",
            { Rest: DisposalRest.IssuedReports } => "Counts in reports that were issued, with small numbers hidden.",
            _ => throw new InvalidOperationException("A part that remains without its day."),
        };

    private static string From(RetentionStart from) =>
        from switch
        {
            RetentionStart.Closed => "the day it was closed",
            RetentionStart.LastChange => "the day something was last recorded",
            RetentionStart.Child => "the youngest child's 25th birthday, or the day a child died",
        };
}
