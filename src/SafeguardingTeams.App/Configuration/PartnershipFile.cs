using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Group.Retaining;
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
    string GroupName,
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

    /// <summary>How long records are kept, by kind (F3); a kind that is not here is kept as is usual.</summary>
    public ImmutableArray<RetentionEntry> Retention
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>
    /// For how many days nobody can remove exports and copies, as they are set in Azure; without it, 365. Certificates of disposal say it
    /// (F3).
    /// </summary>
    public int? ExportDays { get; init; }

    /// <summary>
    /// Says that people, numbers and addresses in it are examples: a host starts with it on this machine's storage emulator only.
    /// </summary>
    public bool Example { get; init; }

    /// <summary>The schema an editor completes and checks the file by; of no effect here.</summary>
    [JsonPropertyName("$schema")]
    public string Schema { get; init; } = "";

    /// <summary>Names the content: two hosts with the same fingerprint have the same file, whatever its comments and blanks.</summary>
    [JsonIgnore]
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, PartnershipJson.Default.PartnershipFile)))[..16];

    /// <summary>Reads a file.</summary>
    /// <param name="json">The file's text.</param>
    /// <returns>The file, or everything that is wrong with it at once.</returns>
    public static (PartnershipFile? File, ImmutableList<string> Errors) Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file as it lies on the disk.</param>
    /// <returns>The file, or everything that is wrong with it at once, each with its place, its line, and what to do.</returns>
    public static (PartnershipFile? File, ImmutableList<string> Errors) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return (null, ["The file is saved as UTF-16. Save it as UTF-8."]);
        }

        var utf8 = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        if (NotUtf8(utf8) is { } line)
        {
            return (
                null,
                [
                    $"The file, line {line}: there is a letter that is not UTF-8. The file was saved as Windows-1252 (\"ANSI\"): "
                        + "save it as UTF-8.",
                ]
            );
        }

        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
        {
            return (null, ["The file is empty."]);
        }

        try
        {
            return Read(FileNode.Read(utf8));
        }
        catch (JsonException e)
        {
            return (
                null,
                [
                    $"The file, line {e.LineNumber + 1}: it cannot be read on from here. In this line or just before it a comma, a "
                        + "bracket or a "
                        + "quotation mark is missing or too many.",
                ]
            );
        }
    }

    /// <summary>
    /// The roles that somebody has to hold and nobody does on a day, because their time has ended or not begun: each in words.
    /// </summary>
    public ImmutableList<string> GapsOn(DateOnly day) => PeopleChecks.GapsOn(this.Roster(), day);

    private static (PartnershipFile? File, ImmutableList<string> Errors) Read(FileNode node)
    {
        var form = new FileForm(PartnershipJson.Default.Options);
        var whole = form.Whole(node, typeof(PartnershipFile));
        var file = whole.Deserialize(PartnershipJson.Default.PartnershipFile)!;
        var faults = form.Faults;
        // What only follows from what does not fit is not said.
        var sense = PartnershipChecks
            .Of(file)
            .Where(fault =>
                !faults.Exists(one =>
                    FileFault.IsWithin(one.Place, fault.Place)
                    || FileFault.IsWithin(fault.Place, one.Place)
                    || fault.About.Any(about => FileFault.IsWithin(one.Place, about))
                )
            );
        ImmutableList<string> errors = [.. faults.Concat(sense).Select(fault => fault.On(node.LineOf(fault.Place)))];
        return (errors.IsEmpty ? file : null, errors);
    }

    /// <summary>The line of the first byte that is no UTF-8; null where all is.</summary>
    private static int? NotUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var (at, line) = (0, 1); at < bytes.Length; )
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var read) != OperationStatus.Done)
            {
                return line;
            }

            line += rune.Value == '\n' ? 1 : 0;
            at += read;
        }

        return null;
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
    string PanelEmail,
    string PanelAddressee,
    ImmutableArray<string> PanelAddress
);

/// <summary>Where a national body is written to. Source: the page or letter it was found in; checkedBy: a role, and no name.</summary>
public sealed record OutsideEntry(OutsideBody Body, string Email, string Source, string CheckedBy, DateOnly CheckedOn);

/// <summary>A legal basis. Source: where it was found; checkedBy: a role, and no name.</summary>
public sealed record BasisEntry(string Text, string Source, string CheckedBy, DateOnly CheckedOn);

/// <summary>A limit that somebody has checked. Source: the page or letter it was found in; checkedBy: a role, and no name.</summary>
public sealed record CheckedLimitEntry(string Id, string Source, string CheckedBy, DateOnly CheckedOn);

/// <summary>How long records of a kind are kept: so many years, counted from what.</summary>
public sealed record RetentionEntry(RecordKind Kind, string Name, int Years, RetentionStart From);

/// <summary>An agency of the partnership.</summary>
public sealed record AgencyEntry(string Id, string Name)
{
    /// <summary>
    /// The safeguarding partner it belongs to: whoever comes of it to a Rapid Review meeting stands for that partner in the quorum (B14).
    /// Left out, it belongs to none.
    /// </summary>
    public LeadPartner? Partner { get; init; }
}

/// <summary>One of the three safeguarding partners.</summary>
public enum LeadPartner
{
    LocalAuthority,
    Police,
    Health,
}

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
