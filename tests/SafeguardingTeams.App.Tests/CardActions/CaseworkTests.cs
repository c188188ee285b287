using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>What the MASH, operations and the Chair do with a referral: A3, A4, A7, A16, F1, F2, PD15, PD19.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class CaseworkTests(Emulator emulator)
{
    [Fact]
    public async Task The_MASH_reads_records_decides_and_the_Chair_then_sees_clocks_that_say_what_they_count_from()
    {
        using var fixture = await emulator.OpenAsync();
        var reference = await new Hands(fixture, Hands.School).ReferAsync();
        var mash = await new Hands(fixture, Hands.Of("mash-officer")).HomeAsync();
        await mash.PressAsync("My tasks (1)");
        await mash.PressAsync($"Open {reference}");
        await mash.PressAsync("When we became aware");
        await mash.PressAsync("Save", ("date", "2026-10-30"), ("reason", "A call on Friday."));
        await mash.PressAsync("Decide the threshold");
        Assert.DoesNotContain("Threshold reached", mash.Card.Buttons);
        await mash.PressAsync("Joint Agency Response");
        await mash.PressAsync("Save", ("state", "Held"));
        Assert.Contains("Enter the date it was held.", mash.Card.Text, StringComparison.Ordinal);
        await mash.PressAsync("Save", ("state", "Held"), ("date", "2026-11-01"), ("note", "Minutes are at the hospital."));
        await mash.PressAsync("Decide the threshold");
        await mash.PressAsync("Threshold reached");
        Assert.Contains("Give your reasons", mash.Card.Text, StringComparison.Ordinal);
        await mash.PressAsync("Threshold reached", ("reason", "Both criteria are met."));
        Assert.Contains("operational team and the Chair are being alerted", mash.Card.Text, StringComparison.Ordinal);

        var chair = await new Hands(fixture, Hands.Of("chair")).HomeAsync();
        await chair.PressAsync("My tasks (1)");
        await chair.PressAsync($"Open {reference}");
        Assert.Contains(
            "Counted from the day the operational team received it, 2 November 2026",
            chair.Card.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Counted from the day the local authority became aware, 30 October 2026",
            chair.Card.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Child: Child A", chair.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_was_overtaken_says_so_and_does_nothing()
    {
        using var fixture = await emulator.OpenAsync();
        var reference = await new Hands(fixture, Hands.School).ReferAsync();
        var one = await ReadyToDecideAsync(fixture, "mash-officer", reference);
        var other = await ReadyToDecideAsync(fixture, "mash-manager", reference);
        await one.PressAsync("Threshold not reached", ("reason", "No serious harm."));
        await other.PressAsync("Threshold reached", ("reason", "Both criteria are met."));
        Assert.Contains("This card has been overtaken", other.Card.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.BelowThreshold, (await fixture.Upkeep.CasesAsync(CancellationToken.None))[0].Stage);
    }

    [Fact]
    public async Task Somebody_without_a_part_gets_the_same_words_for_a_case_that_exists_and_one_that_does_not()
    {
        using var fixture = await emulator.OpenAsync();
        var reference = await new Hands(fixture, Hands.School).ReferAsync();
        foreach (var person in new[] { Hands.Police, Hands.Of("lead-police"), Hands.Of("chair"), Hands.Of("operations-officer") })
        {
            foreach (
                var verb in new[]
                {
                    Verbs.OpenCase,
                    Verbs.Timeline,
                    Verbs.ReadReferral,
                    Verbs.ChangeReferral,
                    Verbs.Withdraw,
                    Verbs.Threshold,
                    Verbs.JointAgencyResponse,
                    Verbs.Awareness,
                    Verbs.Duplicates,
                    Verbs.Separate,
                    Verbs.ReferrerTold,
                }
            )
            {
                var there = new Hands(fixture, person);
                await there.SendAsync(
                    verb,
                    new()
                    {
                        ["case"] = reference,
                        ["do"] = "yes",
                        ["reason__x"] = "x",
                    }
                );
                var nowhere = new Hands(fixture, person);
                await nowhere.SendAsync(
                    verb,
                    new()
                    {
                        ["case"] = "GSCP-2222-2222",
                        ["do"] = "yes",
                        ["reason__x"] = "x",
                    }
                );
                Assert.Equal(nowhere.Card.Text, there.Card.Text);
                Assert.DoesNotContain("Child A", there.Card.Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(1, (await fixture.Upkeep.CasesAsync(CancellationToken.None))[0].Version);
    }

    [Fact]
    public async Task Every_look_at_a_case_is_recorded_with_who_and_when()
    {
        using var fixture = await emulator.OpenAsync();
        var reference = await new Hands(fixture, Hands.School).ReferAsync();
        var mash = new Hands(fixture, Hands.Of("mash-officer"));
        await mash.OpenAsync(reference);
        await mash.PressAsync("Read the referral");
        var police = new Hands(fixture, Hands.Police);
        await police.OpenAsync(reference);
        var reads = await fixture.Rows.ReadAsync(Keys.Reads(CaseId.Parse(reference)), CancellationToken.None);
        Assert.Equal(["open-case", "read-referral"], reads.Select(row => row["what"]));
        Assert.All(reads, row => Assert.Equal("mash-officer", row["person"]));
    }

    [Fact]
    public async Task A_case_is_found_by_the_child_in_a_card_by_those_with_the_right_and_by_nobody_else()
    {
        using var fixture = await emulator.OpenAsync();
        var reference = await new Hands(fixture, Hands.School).ReferAsync();
        var mash = await new Hands(fixture, Hands.Of("mash-officer")).HomeAsync();
        await mash.PressAsync("Find a case");
        await mash.PressAsync("Find");
        Assert.Contains("Enter a name, a date of birth or a reference.", mash.Card.Text, StringComparison.Ordinal);
        await mash.PressAsync("Find", ("name", "CHÍLD"));
        Assert.Contains($"Open {reference}", mash.Card.Buttons);
        await mash.PressAsync("Find", ("name", "child"), ("born", "2001-01-01"));
        Assert.Contains("No case found", mash.Card.Text, StringComparison.Ordinal);
        await mash.PressAsync("Find", ("name", ""), ("born", "2023-11-02"));
        Assert.Contains($"Open {reference}", mash.Card.Buttons);

        // Operations have no part in it before they receive it.
        var operations = await new Hands(fixture, Hands.Of("operations-officer")).HomeAsync();
        await operations.PressAsync("Find a case");
        await operations.PressAsync("Find", ("name", "child"));
        Assert.Contains("No case found", operations.Card.Text, StringComparison.Ordinal);
        var school = await new Hands(fixture, Hands.School).HomeAsync();
        Assert.DoesNotContain("Find a case", school.Card.Buttons);
        await school.SendAsync(Verbs.Find, new() { ["do"] = "yes", ["name__x"] = "child" });
        Assert.DoesNotContain(reference, school.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await fixture.Rows.ReadRangeAsync("find|", "find}", CancellationToken.None)).Select(row => row.Key), key =>
            key.Contains("child", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task Two_referrals_of_one_incident_are_seen_joined_and_separated_again()
    {
        using var fixture = await emulator.OpenAsync();
        var first = await new Hands(fixture, Hands.School).ReferAsync();
        var second = await new Hands(fixture, Hands.Paediatrician).ReferAsync();
        var mash = new Hands(fixture, Hands.Of("mash-officer"));
        await mash.OpenAsync(second);
        Assert.Contains("1 other referral may be about the same incident", mash.Card.Text, StringComparison.Ordinal);
        await mash.PressAsync("Same incident?");
        Assert.Contains("Same: name, birth date, date of the incident", mash.Card.Text, StringComparison.Ordinal);
        await mash.PressAsync($"Join {first} to this");
        await mash.PressAsync("Join them");
        Assert.Contains("Say why these are about the same incident.", mash.Card.Text, StringComparison.Ordinal);
        await mash.PressAsync("Join them", ("reason", "The same child on the same day."));
        Assert.Contains($"Joined referral: {first}", mash.Card.Text, StringComparison.Ordinal);
        await mash.OpenAsync(first);
        await mash.PressAsync("Separate again");
        await mash.PressAsync("Separate them", ("reason", "Twins."));
        var cases = await fixture.Upkeep.CasesAsync(CancellationToken.None);
        Assert.All(cases, file => Assert.Equal(Stage.AwaitingThreshold, file.Stage));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_MASH_officer_refers_alone_and_decides()
    {
        using var fixture = await emulator.OpenAsync();
        var mash = new Hands(fixture, Hands.Of("mash-officer"));
        var reference = await mash.ReferAsync();
        await mash.OpenAsync(reference);
        Assert.Contains("Decide the threshold", mash.Card.Buttons);
        Assert.Contains("Withdraw", mash.Card.Buttons);
    }

    [Fact]
    public async Task Storage_that_is_down_is_said_beside_the_card_which_stays_as_it_is()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.PressAsync("Refer a serious incident");
        var (verb, data) = hands.Card.CardInvocation("Continue", new Dictionary<string, string> { ["abuse"] = "known" });
        fixture.Rows.Breaks = true;
        var reply = await fixture.Cards.AnswerAsync(
            new(new(Hands.School.TenantId, Hands.School.ObjectId), "", verb, data, "test"),
            CancellationToken.None
        );
        Assert.Contains("What you typed is still here", Assert.IsType<App.Ports.CardReply.Message>(reply).Text, StringComparison.Ordinal);
        fixture.Rows.Breaks = false;
        await hands.SendAsync(verb, data);
        Assert.Equal("known", hands.Card.Inputs["abuse"]);
    }

    private static async Task<Hands> ReadyToDecideAsync(AppFixture fixture, string person, string reference)
    {
        var hands = new Hands(fixture, Hands.Of(person));
        await hands.OpenAsync(reference);
        if (hands.Card.Text.Contains("not said yet", StringComparison.Ordinal))
        {
            await hands.PressAsync("Joint Agency Response");
            await hands.PressAsync("Save", ("state", "NotNeeded"));
        }

        await hands.PressAsync("Decide the threshold");
        return hands;
    }
}
