namespace SafeguardingTeams.App.Storage;

/// <content>People on the record, and guests.</content>
internal static partial class Keys
{
    /// <summary>The people the group's record says something of (PD17).</summary>
    internal const string PeopleOnRecord = "rule|person|";

    internal static string PersonLine(string id) => $"{PeopleOnRecord}{id}";

    /// <summary>The quarter for which a review of who can get in was last begun.</summary>
    internal const string AccessAsked = "rule|access-review";

    /// <summary>The guests, of everybody.</summary>
    internal const string AllGuests = "guest|";

    /// <summary>What is known of a guest: as which owner of an action, or as whom of a review, they were entered by hand.</summary>
    internal static string Guest(string personId) => $"{AllGuests}{personId}";
}
