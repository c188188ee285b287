namespace SafeguardingTeams.Rehearsal.StandIns.Graph;

/// <summary>
/// What a real tenant was found, or reported, to do otherwise than the description of Graph says. Each can be switched on by itself or with
/// others; the product has to hold whichever is.
/// </summary>
[Flags]
public enum GraphVariants
{
    None = 0,

    /// <summary>
    /// An entry of access comes with several facets at once: people as user and as user of the site, groups and applications with a sign-in
    /// name of the site, guests as user of the site alone; who owns is <c>sp.owner</c> (onedrive-api-docs #471, #484, #1156).
    /// </summary>
    SeveralFacets = 1 << 0,

    /// <summary>
    /// Whoever was given one folder is listed above it too, up to the root, as <c>sp.limited access</c>, and stays there; taking that away
    /// takes away what lies below (onedrive-api-docs #1389, graph-docs #222).
    /// </summary>
    LimitedAccess = 1 << 1,

    /// <summary>A group is listed with its name alone, without an id (onedrive-api-docs #1156).</summary>
    GroupsWithoutId = 1 << 2,

    /// <summary>A guest who has not accepted yet is not listed, though given access.</summary>
    GuestsListedOnceIn = 1 << 3,

    /// <summary>A sent mail has another id than its draft (graph-docs #1533, #6250, #11969).</summary>
    SentUnderAnotherId = 1 << 4,

    /// <summary>The same, and what we have written on the draft is not on it either (office-js #5566).</summary>
    SentWithoutOurProperty = 1 << 5,

    /// <summary>A mail that is to be sent stays a draft for a while: 202 is no more than that it was asked for.</summary>
    SendsLate = 1 << 6,

    /// <summary>The option <c>$format</c> is passed over: the original comes (msgraph-sdk-dotnet #1710).</summary>
    FormatPassedOver = 1 << 7,

    /// <summary>However it is asked for, the original comes and no PDF.</summary>
    NothingConverted = 1 << 8,

    /// <summary>
    /// A guest made a moment ago is not known to SharePoint: <c>invalidRequest</c>, or an error in the entry (onedrive-api-docs #1497,
    /// graph-docs #6618).
    /// </summary>
    GuestsKnownLate = 1 << 9,

    /// <summary>The link of an online meeting comes some time after its event.</summary>
    LinkComesLate = 1 << 10,

    /// <summary>A change of the text ends the online meeting, whatever is in the text.</summary>
    TextEndsTheLink = 1 << 11,

    /// <summary>Those invited are listed by another address than they were invited by (graph-docs #825, #13898).</summary>
    OtherAddresses = 1 << 12,

    /// <summary>One invited more tells everybody (msgraph-sdk-dotnet #1996).</summary>
    OneMoreTellsAll = 1 << 13,

    /// <summary>What is made again under the same transaction is refused: 409.</summary>
    AgainIsAConflict = 1 << 14,
}
