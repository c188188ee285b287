using System.Text.Json.Nodes;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Tests.Configuration;

public class PartnershipFileTests
{
    private static string Shipped => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "partnership.json"));

    [Fact]
    public void The_shipped_file_is_good() => Assert.Empty(PartnershipFile.Read(Shipped).Errors);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_with_its_place()
    {
        var json = JsonNode.Parse(Shipped)!;
        json["code"] = "gscp";
        json["mashName"] = " ";
        json["guidanceEdition"] = "2026";
        json["contacts"]!["panelEmail"] = "panel";
        json["contacts"]!["officeHours"]!["to"] = "08:00";
        json["tenants"]![0]!["tenantId"] = "council";
        json["tenants"]![1]!["agencies"] = new JsonArray("nobody");
        json["people"]![0]!["agency"] = "nobody";
        json["people"]![0]!["id"] = "MASH Officer";
        json["people"]![1]!["accounts"]![0]!["objectId"] = "x";
        json["people"]![2]!["roles"]![0]!["to"] = "2020-01-01";
        json["people"]![2]!["roles"]![0]!["deputies"] = new JsonArray("nobody");
        json["limits"] = new JsonObject { ["recommendation"] = 0, ["no-such"] = 3 };
        json["checkedLimits"] = new JsonArray(
            Checked("recommendation", "x"),
            Checked("yearly-publication", " "),
            Checked("yearly-publication", "x")
        );
        json["wording"] = new JsonObject { ["no.such"] = "x" };
        var errors = PartnershipFile.Read(json.ToJsonString()).Errors;
        foreach (
            var place in new[]
            {
                "code, line 1: ",
                "mashName, line 1: ",
                "guidanceEdition, line 1: ",
                "contacts.panelEmail, line 1: ",
                "contacts.officeHours, line 1: ",
                "tenants[0].tenantId, line 1: ",
                "tenants[1].agencies, line 1: ",
                "people[0].agency, line 1: ",
                "people[0].id, line 1: ",
                "people[1].accounts[0].objectId, line 1: ",
                "people[2].roles[0], line 1: ",
                "people[2].roles[0].deputies, line 1: ",
                "limits.recommendation, line 1: ",
                "limits.no-such, line 1: ",
                "checkedLimits[0].id, line 1: ",
                "checkedLimits[1], line 1: say who checked it",
                "checkedLimits, line 1: yearly-publication stands twice.",
                "wording.no.such, line 1: ",
            }
        )
        {
            Assert.Contains(errors, error => error.StartsWith(place, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_may_be_left_out_may_be_left_out()
    {
        var json = JsonNode.Parse(Shipped)!.AsObject();
        json.Remove("outside");
        json.Remove("checkedLimits");
        var (file, errors) = PartnershipFile.Read(json.ToJsonString());
        Assert.Empty(errors);
        Assert.True(file!.Outside.IsEmpty && file.CheckedLimits.IsEmpty);
    }

    private static JsonObject Checked(string id, string by) =>
        new()
        {
            ["id"] = id,
            ["source"] = "Working Together 2023, chapter 2",
            ["checkedBy"] = by,
            ["checkedOn"] = "2026-11-02",
        };

    [Theory]
    [InlineData("Board Manager", true)]
    [InlineData("", false)]
    public void The_legal_basis_of_a_request_is_taken_with_who_checked_it_or_refused_C23(string checkedBy, bool isTaken)
    {
        var json = JsonNode.Parse(Shipped)!;
        json["detailBasis"] = new JsonObject
        {
            ["text"] = "Children Act 2004, section 16H.",
            ["source"] = "legislation.gov.uk",
            ["checkedBy"] = checkedBy,
            ["checkedOn"] = "2026-09-01",
        };
        var (file, errors) = PartnershipFile.Read(json.ToJsonString());
        Assert.Equal(isTaken, file?.DetailBasis?.Text == "Children Act 2004, section 16H.");
        Assert.Equal(isTaken, !errors.Exists(error => error.StartsWith("detailBasis, line 1:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("[]", "The file, line 1: expected is fields in braces, such as { }, not a list.")]
    [InlineData("{\n\"code\":\"GSCP\"\n\"name\"", "The file, line 3: it cannot be read on from here.")]
    [InlineData("{\n}}", "The file, line 2: it cannot be read on from here.")]
    [InlineData("{\"code\":\"GSCP\"}", "mashName, line 1: the field \"mashName\" is missing. Add it: a text in quotation marks.")]
    [InlineData("{\n\"fingerprint\":\"x\"}", "fingerprint, line 2: there is no such field. Use one of code, name, ")]
    [InlineData("{\n\"codd\":\"GSCP\"}", "codd, line 2: there is no such field. Is \"code\" meant?")]
    public void What_cannot_be_read_is_an_error_with_its_line_not_a_crash(string json, string said) =>
        Assert.Contains(PartnershipFile.Read(json).Errors, error => error.StartsWith(said, StringComparison.Ordinal));

    [Fact]
    public void A_file_in_which_referrals_would_reach_nobody_is_refused()
    {
        var json = JsonNode.Parse(Shipped)!;
        foreach (var person in json["people"]!.AsArray())
        {
            person!["roles"] = new JsonArray();
        }

        var errors = PartnershipFile.Read(json.ToJsonString()).Errors;
        Assert.Equal(3, errors.Count(error => error.Contains("referrals would reach nobody", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(
        "report",
        10,
        "limits.report, line 1: 10 does not go with meeting 11, approval 2. The three leads approve what the meeting "
    )]
    [InlineData("report", 10, " agreed before the report goes. Expected is 14 or more.")]
    [InlineData(
        "scoping-return-hour",
        9,
        "limits.scoping-return-hour, line 1: 9 does not go with contacts.officeHours, which begin at 09:00."
    )]
    [InlineData("scoping-return-hour", 24, "It is an hour of the day: expected is one from 10 to 23.")]
    [InlineData("scoping-return-hour", 12, null)]
    [InlineData("meeting-from", 7, null)]
    public void Limits_are_held_against_each_other_PD9(string id, int number, string? said)
    {
        var json = JsonNode.Parse(Shipped)!;
        json["limits"] = new JsonObject { [id] = number };
        var errors = PartnershipFile.Read(json.ToJsonString()).Errors;
        Assert.Equal(said is null, errors.IsEmpty);
        Assert.Contains(said ?? "", string.Join('\n', errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_the_three_partners_has_an_agency_B14()
    {
        var json = JsonNode.Parse(Shipped)!;
        json["agencies"]!.AsArray().Single(agency => (string?)agency!["id"] == "police")!.AsObject().Remove("partner");
        Assert.Contains(
            "no agency belongs to the partner Police: no Rapid Review meeting could be quorate.",
            Assert.Single(PartnershipFile.Read(json.ToJsonString()).Errors),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_account_held_by_two_people_is_refused()
    {
        var json = JsonNode.Parse(Shipped)!;
        json["people"]![1]!["accounts"] = json["people"]![0]!["accounts"]!.DeepClone();
        Assert.Contains(PartnershipFile.Read(json.ToJsonString()).Errors, error =>
            error.Contains("held by two people", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_role_is_held_from_its_first_to_its_last_day_in_London()
    {
        var json = JsonNode.Parse(Shipped)!;
        json["people"]![0]!["roles"]![0]!["from"] = "2026-11-02";
        json["people"]![0]!["roles"]![0]!["to"] = "2026-11-06";
        var people = People(PartnershipFile.Read(json.ToJsonString()).File!);
        var account = people.Find("mash-officer")!.Accounts[0];
        bool Holds(int day) => ((Arrival.Known)people.Recognise(account, new(2026, 11, day))).Actor.Roles.Contains(Role.MashOfficer);
        Assert.Equal([false, true, true, false], new[] { 1, 2, 6, 7 }.Select(Holds));
        Assert.DoesNotContain(people.Actors(new(2026, 11, 7)), person =>
            person.PersonId == "mash-officer" && person.Roles.Contains(Role.MashOfficer)
        );
    }

    [Fact]
    public void One_person_with_two_accounts_is_one_person_and_an_unlisted_tenant_is_nobody()
    {
        var people = People(PartnershipFile.Read(Shipped).File!);
        var police = people.Find("lead-police")!;
        Assert.Equal(2, police.Accounts.Count);
        Assert.All(police.Accounts, account =>
            Assert.Equal(
                "lead-police",
                ((Arrival.Known)people.Recognise(new(account.TenantId.ToUpperInvariant(), account.ObjectId), new(2026, 11, 2)))
                    .Actor
                    .PersonId
            )
        );
        Assert.IsType<Arrival.Stranger>(
            people.Recognise(new("9f1b6f0e-7c52-4f0e-9a39-6d4b64a3c001", police.Accounts[0].ObjectId), new(2026, 11, 2))
        );
        Assert.IsType<Arrival.Stranger>(people.Recognise(new(police.Accounts[0].TenantId, "not-an-id"), new(2026, 11, 2)));
    }

    [Fact]
    public void The_agency_of_a_tenant_with_several_is_for_the_person_to_pick()
    {
        var people = People(PartnershipFile.Read(Shipped).File!);
        var nhs = Assert.IsType<Arrival.Practitioner>(
            people.Recognise(new("1cce7b84-d357-4e63-aaff-6244fa8c3ec7", "9c9608f3-3c73-4009-a8ba-11021cc23d16"), new(2026, 11, 2))
        );
        Assert.Equal(4, nhs.AgencyIds.Count);
        Assert.Single(
            Assert
                .IsType<Arrival.Practitioner>(
                    people.Recognise(
                        new Account("3816b369-0aa0-4a69-a3ee-0c9c2e76df47", "9c9608f3-3c73-4009-a8ba-11021cc23d16"),
                        new(2026, 11, 2)
                    )
                )
                .AgencyIds
        );
    }

    [Fact]
    public void A_deputy_stands_behind_the_holder_and_takes_over_when_the_holder_is_away()
    {
        var file = PartnershipFile.Read(Shipped).File!;
        var deputy = People(file).Actors(new(2026, 11, 2)).Single(person => person.PersonId == "lead-police-deputy");
        Assert.DoesNotContain(Role.LeadPolice, deputy.Roles);
        Assert.Equal(["lead-police"], Assert.Single(deputy.Deputises).Ahead);
    }

    private static ConfiguredPeople People(PartnershipFile file) => new(new(null!, file));
}
