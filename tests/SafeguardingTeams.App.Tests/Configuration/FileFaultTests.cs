using System.Text;
using System.Text.RegularExpressions;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Testing;

namespace SafeguardingTeams.App.Tests.Configuration;

/// <summary>Each single thing wrong with a partnership's file, and how it is said to whoever wrote it.</summary>
public partial class FileFaultTests
{
    private const string Council = "0b64d988-f1d3-4ef3-a380-34c1be5bbcc3";

    private static string Shipped => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "partnership.json"));

    /// <summary>What is replaced in the shipped file, by what, and everything that is said then.</summary>
    public static TheoryData<string, string, string[]> Faults =>
        new()
        {
            // The form.
            {
                "\"role\": \"Chair\"",
                "\"role\": \"Chiar\"",
                [
                    "people[4].roles[0].role: there is no \"Chiar\" here. Is \"Chair\" meant? Use one of "
                        + "DesignatedSafeguardingLead, MashOfficer, "
                        + "Operations, Chair, LeadLocalAuthority, LeadPolice, LeadHealth, Scrutineer, AuthorityNotifier, "
                        + "AgencyRepresentative, "
                        + "GroupMember, CaldicottGuardian.",
                ]
            },
            {
                "\"2026-12-09\", ",
                "\"1/12/2026\", ",
                ["groupMeetings[0]: \"1/12/2026\" is no date here. Write 2026-12-01: year, month, day."]
            },
            {
                "\"from\": \"09:00\"",
                "\"from\": \"9am\"",
                ["contacts.officeHours.from: \"9am\" is not what is expected: a time of day such as \"09:00\"."]
            },
            {
                "  \"mashName\": \"The Greenwich MASH\",\n",
                "",
                ["mashName: the field \"mashName\" is missing. Add it: a text in quotation marks."]
            },
            { "\"mashName\":", "\"name\": \"Twice\", \"mashName\":", ["name: stands 2 times, on the lines 6 and 7. Keep one."] },
            {
                "\"limits\": {}",
                "\"limits\": {\"recommendation\": \"5\"}",
                ["limits.recommendation: expected is a whole number, without quotation marks, not the text \"5\"."]
            },
            { "\"limits\": {}", "\"limits\": []", ["limits: expected is fields in braces, such as { }, not a list."] },
            {
                "\"body\": \"Ofsted\"",
                "\"body\": \"ofsted\"",
                ["outside[1].body: there is no \"ofsted\" here. Is \"Ofsted\" meant? Use one of Panel, Ofsted, DepartmentForEducation."]
            },
            {
                "\"tenantId\": \"6a1aba96-e256-488c-a9a3-2067baae6901\", \"name\"",
                "\"tenantId\": \"6a1aba96-e256-488c-a9a3-2067baae6901 \", \"name\"",
                [
                    "tenants[1].tenantId: \"6a1aba96-e256-488c-a9a3-2067baae6901 \" begins or ends with a blank. Take it away: with "
                        + "it nothing matches.",
                ]
            },
            {
                "\"id\": \"chair\"",
                "\"id\": \"chair\\t\"",
                ["people[4].id: \"chair\t\" begins or ends with a blank. Take it away: with it nothing matches."]
            },
            // The sense.
            {
                "mash-manager@people.example",
                "mash-manager@@people.example",
                [
                    "people[1].email: \"mash-manager@@people.example\" is no email address, such as \"name@council.gov.uk\". Letters and "
                        + "invitations go there.",
                ]
            },
            {
                "{\"id\": \"adult-services\"",
                "{\"id\": \"adult|services\"",
                [
                    "agencies[3].id: \"adult|services\" cannot be an id: use lower-case letters, digits and hyphens, at most 40.",
                    "tenants[0].agencies: there is no agency \"adult-services\".",
                ]
            },
            {
                "\"display\": \"Named GP\"",
                "\"display\": \"Chair of the schools' safeguarding network\"",
                [
                    "people[19].display: \"Chair of the schools' safeguarding network\" is what \"rep-general-practice\" is called "
                        + "too; on cards "
                        + "nobody could tell them apart. Add what they do.",
                ]
            },
            {
                "\"accounts\": [{\"tenantId\": \"0b64d988-f1d3-4ef3-a380-34c1be5bbcc3\", \"objectId\": "
                    + "\"4c77a219-433d-43e3-aa88-c2564306e28f\"}]",
                "\"accounts\": [{\"tenantId\": \"0b64d988-f1d3-4ef3-a380-34c1be5bbcc3\", \"objectId\": "
                    + "\"4c77a219-433d-43e3-aa88-c2564306e28f\"}, "
                    + "{\"tenantId\": \"0b64d988-f1d3-4ef3-a380-34c1be5bbcc3\", \"objectId\": \"4C77a219-433d-43e3-aa88-c2564306e28f\"}]",
                [$"people: \"mash-officer\" has the account {Council}/4c77a219-433d-43e3-aa88-c2564306e28f twice. Keep one."]
            },
            {
                "\"accounts\": [{\"tenantId\": \"0b64d988-f1d3-4ef3-a380-34c1be5bbcc3\", \"objectId\": "
                    + "\"c73fdca7-e959-4b4a-a8c1-1bdeda52e8c0\"}]",
                "\"accounts\": []",
                [
                    "people[6].accounts: whoever holds the role LeadLocalAuthority needs an account: they decide on cards.",
                    "people[13].roles[0].deputies: \"lead-authority\" has no account and could not stand in: AuthorityNotifier "
                        + "decides on cards.",
                ]
            },
            {
                "{\"tenantId\": \"6a1aba96-e256-488c-a9a3-2067baae6901\", \"objectId\": \"cafcddd4-6b32-40aa-a530-23d84c742a63\"}",
                "{\"tenantId\": \"0b64d988-f1d3-4ef3-a380-34c1be5bbcc3\", \"objectId\": \"cafcddd4-6b32-40aa-a530-23d84c742a63\"}",
                ["people[9].accounts: none is in a tenant that may hold \"police\". Add the account at home, or the agency to the tenant."]
            },
            {
                "\"deputies\": [\"lead-police-deputy\"]",
                "\"deputies\": [\"lead-health-deputy\"]",
                [
                    "people[8].roles[0].deputies: \"lead-health-deputy\" is of another partner (icb); each partner decides for itself.",
                    "people: \"lead-health-deputy\" is lead representative of two partners, or stands in for one; nobody decides for two.",
                ]
            },
            {
                "\"roles\": [{\"role\": \"Chair\", \"from\": \"2026-01-01\", \"to\": null, \"deputies\": [\"vice-chair\"]}]",
                "\"roles\": [{\"role\": \"Chair\", \"from\": \"2026-01-01\", \"to\": \"2026-06-30\", \"deputies\": "
                    + "[\"vice-chair\"]}, {\"role\": "
                    + "\"Chair\", \"from\": \"2026-06-30\", \"to\": null, \"deputies\": []}]",
                ["people[4].roles[1]: Chair overlaps with an earlier entry of the same role. Make one of the two."]
            },
            {
                "\"role\": \"Scrutineer\"",
                "\"role\": \"GroupMember\"",
                ["people: nobody holds the role Scrutineer; nobody could mediate between the partners."]
            },
            {
                "\"role\": \"AuthorityNotifier\"",
                "\"role\": \"GroupMember\"",
                ["people: nobody holds the role AuthorityNotifier; nobody could notify the national Panel."]
            },
            {
                "\"role\": \"LeadHealth\"",
                "\"role\": \"GroupMember\"",
                ["people: nobody holds the role LeadHealth; the three partners could not decide."]
            },
            {
                "\"role\": \"Scrutineer\", \"from\": \"2026-01-01\", \"to\": null, \"deputies\": []}",
                "\"role\": \"Scrutineer\", \"from\": \"2026-01-01\", \"to\": null, \"deputies\": []}, {\"role\": "
                    + "\"RecordsNominee\", \"from\": "
                    + "\"2026-01-01\", \"to\": null, \"deputies\": []}",
                [
                    "people[12].roles[1].role: RecordsNominee is not a role anybody is given. Use one of "
                        + "DesignatedSafeguardingLead, MashOfficer, "
                        + "Operations, Chair, LeadLocalAuthority, LeadPolice, LeadHealth, Scrutineer, AuthorityNotifier, "
                        + "AgencyRepresentative, "
                        + "GroupMember, CaldicottGuardian.",
                ]
            },
        };

    [Theory, MemberData(nameof(Faults))]
    public void Each_single_thing_wrong_is_said_in_plain_words_at_its_place(string old, string written, string[] said)
    {
        var before = Shipped.ReplaceLineEndings("\n");
        Assert.Contains(old, before, StringComparison.Ordinal);
        var at = before.IndexOf(old, StringComparison.Ordinal);
        var text = before[..at] + written + before[(at + old.Length)..];
        var errors = PartnershipFile.Read(text).Errors;
        Assert.Equal(said, errors.Select(error => Line().Replace(error, "")));
        Assert.All(errors, error => Assert.DoesNotContain("System.", error, StringComparison.Ordinal));
    }

    [Fact]
    public void Form_and_sense_are_said_at_once_each_with_its_line()
    {
        var text = Shipped
            .ReplaceLineEndings("\n")
            .Replace("\"code\": \"GSCP\"", "\"code\": \"gscp\"", StringComparison.Ordinal)
            .Replace("\"role\": \"Scrutineer\"", "\"role\": \"Scrutinear\"", StringComparison.Ordinal)
            .Replace("\"2027-03-10\"", "\"10.03.2027\"", StringComparison.Ordinal);
        var errors = PartnershipFile.Read(text).Errors;
        var lines = text.Split('\n').ToList();
        int LineOf(string what) => lines.FindIndex(line => line.Contains(what, StringComparison.Ordinal)) + 1;
        Assert.Equal(
            [
                $"people[12].roles[0].role, line {LineOf("Scrutinear")}",
                $"groupMeetings[1], line {LineOf("10.03.2027")}",
                $"code, line {LineOf("gscp")}",
            ],
            errors.Select(error => error[..error.IndexOf(": ", StringComparison.Ordinal)])
        );
    }

    [Fact]
    public void Comments_a_byte_order_mark_and_a_comma_too_many_are_taken_and_change_nothing()
    {
        var plain = PartnershipFile.Read(Shipped).File!;
        var text = Shipped
            .Replace("{\"id\": \"mash\",", "// the front door\n/* by day */ {\"id\": \"mash\",", StringComparison.Ordinal)
            .Replace("\"wording\": {},", "\"wording\": {}, // ours\n", StringComparison.Ordinal)
            .Replace("\"2027-09-08\"]", "\"2027-09-08\",]", StringComparison.Ordinal);
        var (file, errors) = PartnershipFile.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
        Assert.Empty(errors);
        Assert.Equal(plain.Fingerprint, file!.Fingerprint);
        Assert.NotEqual(plain.Fingerprint, (plain with { MashName = "Another" }).Fingerprint);
    }

    [Fact]
    public void Another_encoding_is_said()
    {
        var text = Shipped.ReplaceLineEndings("\n").Replace("Named GP", "Named GP, Sant\u00e9", StringComparison.Ordinal);
        var line = text[..text.IndexOf('\u00e9')].Count(c => c == '\n') + 1;
        Assert.Equal(
            [
                $"The file, line {line}: there is a letter that is not UTF-8. The file was saved as Windows-1252 (\"ANSI\"): save "
                    + "it as UTF-8.",
            ],
            PartnershipFile.Read(Encoding.Latin1.GetBytes(text)).Errors
        );
        Assert.Equal(
            ["The file is saved as UTF-16. Save it as UTF-8."],
            PartnershipFile.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]).Errors
        );
        Assert.Empty(PartnershipFile.Read(Encoding.UTF8.GetBytes(text)).Errors);
    }

    [Fact]
    public void A_file_that_says_it_is_no_example_has_no_address_or_number_of_one()
    {
        var errors = PartnershipFile.Read(Shipped.Replace("\"example\": true", "\"example\": false", StringComparison.Ordinal)).Errors;
        Assert.Contains(errors, error =>
            error.StartsWith("contacts.frontDoorTelephone, ", StringComparison.Ordinal)
            && error.EndsWith("\"020 7946 0100\" is an example that nobody answers. Give the real number.", StringComparison.Ordinal)
        );
        Assert.Contains(errors, error => error.StartsWith("contacts.mashEmail, ", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("people[0].email, ", StringComparison.Ordinal));
        Assert.Empty(PartnershipFile.Read(RealFile.Of(Shipped)).Errors);
    }

    [Fact]
    public void A_role_that_nobody_holds_today_is_said_and_is_no_reason_not_to_start()
    {
        var text = Shipped.Replace(
            "\"role\": \"Chair\", \"from\": \"2026-01-01\", \"to\": null",
            "\"role\": \"Chair\", \"from\": \"2026-01-01\", \"to\": \"2026-10-31\"",
            StringComparison.Ordinal
        );
        var (file, errors) = PartnershipFile.Read(text);
        Assert.Empty(errors);
        Assert.Empty(file!.GapsOn(new(2026, 10, 31)));
        Assert.Equal(
            ["people: nobody holds the role Chair on 2026-11-01; referrals would reach nobody. Give it to somebody from that day on."],
            file.GapsOn(new(2026, 11, 1))
        );
    }

    [GeneratedRegex(", line [0-9]+(?=: )")]
    private static partial Regex Line();
}
