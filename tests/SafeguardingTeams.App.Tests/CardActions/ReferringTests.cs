using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Filling in the form as a practitioner does: A1, A4 to A6, PD11, PD16.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ReferringTests(Emulator emulator)
{
    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_typed_is_lost()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.PressAsync("Refer a serious incident");
        await hands.PressAsync("Continue", ("abuse", "known"));
        Assert.Contains("There is a problem: Choose an answer.", hands.Card.Text, StringComparison.Ordinal);
        Assert.Equal("known", hands.Card.Inputs["abuse"]);
        await hands.PressAsync("Continue", ("harm", "died"));
        Assert.Equal("referrer", hands.Card.Page);
        Assert.Equal(
            ("Safeguarding lead, secondary school", "Schools and colleges"),
            (hands.Card.Inputs["name"], hands.Card.Inputs["agency"])
        );
        await hands.PressAsync("Continue", ("email", "not an address"));
        Assert.Equal("not an address", hands.Card.Inputs["email"]);
    }

    [Fact]
    public async Task Left_half_way_it_is_there_tomorrow_on_another_device()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.PressAsync("Refer a serious incident");
        await hands.PressAsync("Continue", ("abuse", "known"), ("harm", "died"));
        await hands.PressAsync("Save and leave", ("title", "Deputy head"));
        fixture.Clock.Set(SafeguardingTeams.Tests.CaseStory.Monday.AddDays(1));
        var elsewhere = await new Hands(fixture, Hands.School).HomeAsync();
        await elsewhere.PressAsync("Continue GSCP");
        Assert.Equal(("referrer", "Deputy head"), (elsewhere.Card.Page, elsewhere.Card.Inputs["title"]));
    }

    [Fact]
    public async Task Rows_are_added_edited_removed_and_put_back()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.FillInAsync();
        await hands.PressAsync("Edit: Family members");
        Assert.Contains("Mother of Child A", hands.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("Edit 2");
        await hands.PressAsync("Save", ("name", "Partner of the mother"));
        Assert.Contains("Partner of the mother", hands.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("Remove 1");
        Assert.DoesNotContain("Mother of Child A", hands.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("Put back");
        Assert.Contains(
            "1: Mother of Child A",
            hands.Card.Text.Replace("Family member or other person ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        await hands.PressAsync("Add another");
        await hands.PressAsync("Save", ("name", "Grandmother"));
        Assert.Contains("There is a problem: Enter an answer.", hands.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Grandmother", hands.Card.Inputs["name"]);
    }

    [Fact]
    public async Task An_older_card_does_not_overwrite_what_was_typed_elsewhere()
    {
        using var fixture = await emulator.OpenAsync();
        var phone = await new Hands(fixture, Hands.School).HomeAsync();
        await phone.PressAsync("Refer a serious incident");
        await phone.PressAsync("Continue", ("abuse", "known"), ("harm", "died"));
        var desktop = await new Hands(fixture, Hands.School).HomeAsync();
        await desktop.PressAsync("Continue GSCP");
        await desktop.PressAsync("Save and leave", ("title", "Typed on the desktop"));
        await phone.PressAsync("Continue", ("title", "Typed on the phone"));
        Assert.Contains("changed on another device", phone.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Typed on the phone", phone.Card.Inputs["title"]);
    }

    [Fact]
    public async Task Every_press_delivered_twice_ends_as_if_once()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        var first = hands.Card.CardInvocation("Refer a serious incident");
        await hands.SendAsync(first.Verb, first.Data);
        var reference = hands.Card.Text;
        await hands.SendAsync(first.Verb, first.Data);
        Assert.Equal(reference, hands.Card.Text);
        await hands.HomeAsync();
        Assert.Single(hands.Card.Buttons, button => button.StartsWith("Continue GSCP", StringComparison.Ordinal));

        await hands.FillInAsync();
        var (verb, data) = hands.Card.CardInvocation("Send to the Greenwich MASH");
        await hands.SendAsync(verb, data);
        var sent = hands.Card.Text;
        await hands.SendAsync(verb, data);
        Assert.Equal(sent, hands.Card.Text);
        Assert.Single(await fixture.Upkeep.CasesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_row_added_by_a_press_delivered_twice_is_one_row()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.FillInAsync();
        await hands.PressAsync("Edit: Other agencies");
        var (verb, data) = hands.Card.CardInvocation("Add another");
        await hands.SendAsync(verb, data);
        await hands.SendAsync(verb, data);
        await hands.PressAsync("Back");
        Assert.DoesNotContain("Agency 3", hands.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_deleted_only_when_asked_twice_and_nobody_elses_is_seen()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.FillInAsync();
        var (verb, data) = hands.Card.CardInvocation("Delete this draft");
        var other = new Hands(fixture, Hands.Police);
        await other.SendAsync(verb, new(data) { ["to"] = "yes" });
        Assert.Contains("This draft is no longer there", other.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("Delete this draft");
        await hands.PressAsync("No, keep it");
        Assert.Contains("Check what you are about to send", hands.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("Delete this draft");
        await hands.PressAsync("Yes, delete it");
        Assert.Empty(await fixture.Rows.ReadAsync("draft|", CancellationToken.None));
        Assert.DoesNotContain(await fixture.Rows.ReadAsync(Keys.AllCases, CancellationToken.None), row =>
            row.Key.Contains("|d|", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Sent_it_shows_the_reference_a_copy_and_what_happens_next_by_when()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = new Hands(fixture, Hands.Paediatrician);
        var reference = await hands.ReferAsync();
        Assert.Contains("decide by Tuesday 3 November 2026", hands.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("A copy of what was sent");
        Assert.Contains("section 1 of 12", hands.Card.Text, StringComparison.Ordinal);
        await hands.HomeAsync();
        await hands.PressAsync("My referrals");
        Assert.Contains($"{reference}: waiting for the threshold decision", hands.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Acute hospital trust", (await fixture.Upkeep.CasesAsync(CancellationToken.None))[0].Referral!.Referrer.AgencyName);
    }

    [Fact]
    public async Task Corrected_with_a_reason_and_withdrawn_before_triage()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = new Hands(fixture, Hands.School);
        await hands.ReferAsync();
        await hands.PressAsync("Open the referral");
        await hands.PressAsync("Complete or correct");
        await hands.PressAsync("Edit: Where it happened");
        await hands.PressAsync("Save and review", ("carer", "The grandmother"));
        await hands.PressAsync("Save the changes");
        Assert.Contains("Say why you are changing", hands.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("Save the changes", ("reason", "Learnt from the police."));
        Assert.Contains("Your changes are saved", hands.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("Withdraw");
        await hands.PressAsync("Withdraw it");
        Assert.Contains("Say why you are withdrawing", hands.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("Withdraw it", ("reason", "It was another child."));
        Assert.Contains("The referral is withdrawn", hands.Card.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.Withdrawn, (await fixture.Upkeep.CasesAsync(CancellationToken.None))[0].Stage);
        await hands.PressAsync("Timeline");
        Assert.Contains("Learnt from the police.", hands.Card.Text, StringComparison.Ordinal);
    }
}
