using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Configuration;

/// <summary>
/// One partnership, as its file says. What must be true of it is in <see cref="PartnershipChecks"/>. GroupMeetings: the
/// Learning from Practice Group's meetings that are fixed when its record begins (A14); from then on the record has them.
/// </summary>
public sealed record PartnershipFile(
    string Code,
    string Name,
    string MashName,
    string OperationsName,
    string HealthPartnerName,
    string GuidanceEdition,
    Contacts Contacts,
    ImmutableArray<AgencyEntry> Agencies,
    ImmutableArray<TenantEntry> Tenants,
    ImmutableArray<PersonEntry> People,
    ImmutableDictionary<string, int> Limits,
    ImmutableDictionary<string, string> Wording,
    ImmutableArray<DateOnly> GroupMeetings
)
{
    /// <summary>Says that the people in it are examples; a note to the reader, of no effect.</summary>
    public string Note { get; init; } = "";

    /// <summary>The quorum of the Learning from Practice Group, where the partnership sets one (E16); without it, there is none.</summary>
    public GroupQuorum? GroupQuorum { get; init; }

    /// <summary>
    /// Addresses of national bodies that somebody has checked, with who, when and by which source: letters about reviews are mailed there
    /// (C8). A body that is not here is written to by a person.
    /// </summary>
    public ImmutableArray<OutsideEntry> Outside
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>
    /// Limits whose figure is not from the document and that somebody has checked, with who, when and by which source. One that is not
    /// here is in force all the same, and operations read that it is not checked.
    /// </summary>
    public ImmutableArray<CheckedLimitEntry> CheckedLimits
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>The legal basis that stands on what a review asks of agencies, once somebody has checked it; null before (C23).</summary>
    public BasisEntry? DetailBasis { get; init; }

    /// <summary>
    /// The largest number that is hidden in figures of children, of who refers, and of themes (E25, PD24); without it, 4.
    /// </summary>
    public int? HideUpTo { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="json">The file's text.</param>
    /// <returns>The file, or everything that is wrong with it at once.</returns>
    public static (PartnershipFile? File, ImmutableList<string> Errors) Read(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json, PartnershipJson.Default.PartnershipFile);
            var errors = file is null ? ["The file is empty."] : PartnershipChecks.Errors(file);
            return (errors.IsEmpty ? file : null, errors);
        }
        catch (JsonException e)
        {
            return (
                null,
                [$"{e.Path ?? "The file"}, line {e.LineNumber + 1}: this is not what is expected there. {e.Message.Split('.')[0]}."]
            );
        }
    }
}

/// <summary>Whom to ring and write to.</summary>
public sealed record Contacts(
    string FrontDoorName,
    string FrontDoorTelephone,
    string FrontDoorOutOfHours,
    OfficeHours OfficeHours,
    string OperationsTelephone,
    string OperationsEmail,
    string MashEmail,
    string PanelEmail
);

/// <summary>Where a national body is written to. Source: the page or letter it was found in; checkedBy: a role, and no name.</summary>
public sealed record OutsideEntry(OutsideBody Body, string Email, string Source, string CheckedBy, DateOnly CheckedOn);

/// <summary>A legal basis. Source: where it was found; checkedBy: a role, and no name.</summary>
public sealed record BasisEntry(string Text, string Source, string CheckedBy, DateOnly CheckedOn);

/// <summary>A limit that somebody has checked. Source: the page or letter it was found in; checkedBy: a role, and no name.</summary>
public sealed record CheckedLimitEntry(string Id, string Source, string CheckedBy, DateOnly CheckedOn);

public sealed record AgencyEntry(string Id, string Name);

/// <summary>A Microsoft 365 tenant that may come in, and the agencies its people may belong to.</summary>
public sealed record TenantEntry(string TenantId, string Name, ImmutableArray<string> Agencies);

/// <summary>A person with a role: one person, one agency, one or more accounts.</summary>
public sealed record PersonEntry(
    string Id,
    string Display,
    string Agency,
    ImmutableArray<AccountEntry> Accounts,
    ImmutableArray<RoleEntry> Roles
)
{
    /// <summary>Where letters and invitations reach them; needed of whoever is asked to a Rapid Review.</summary>
    public string Email { get; init; } = "";
}

/// <summary>An account: tenant and object id. A guest has another in the host's tenant than at home.</summary>
public sealed record AccountEntry(string TenantId, string ObjectId);

/// <summary>A role, from a day to a day, both inclusive, and who stands in, in order (PD17).</summary>
public sealed record RoleEntry(Role Role, DateOnly From, DateOnly? To, ImmutableArray<string> Deputies);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(PartnershipFile))]
internal sealed partial class PartnershipJson : JsonSerializerContext;
