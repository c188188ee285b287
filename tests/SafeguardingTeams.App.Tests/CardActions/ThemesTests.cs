using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Themes;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>The partnership's list of themes on its cards, across both tracks (B16, D4, D7, F2).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class ThemesTests(Emulator emulator)
{
    private static readonly string Learning = LearningStory.Id.ToString();

    [Fact]
    public async Task A_theme_is_added_renamed_retired_and_used_again_and_what_is_wrong_stands_beside_its_input()
    {
        using var fixture = await emulator.OpenAsync();
        var chair = await ListAsync(fixture, "chair");
        Assert.Contains("No theme is in the list yet.", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Add a theme");
        await chair.PressAsync("Add it");
        Assert.Contains("Error: Enter what the theme is called.", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Add it", ("name", "Pre-birth work"));
        Assert.Contains("Themes: 1 in use", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Rename a theme");
        await chair.PressAsync("Rename it", ("listed", "theme-1"), ("name", "Work before a birth"));
        Assert.Contains("Work before a birth", chair.Card.Text, StringComparison.Ordinal);

        var operations = await ListAsync(fixture, "operations-officer");
        await operations.PressAsync("Retire a theme");
        await operations.PressAsync("Retire it", ("listed", "theme-1"));
        Assert.Contains("Error: Say why it is chosen no more.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Retire it", ("reason", "Another says the same."));
        Assert.Contains("Retired: Another says the same.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Use a retired theme again");
        await operations.PressAsync("Use it again", ("listed", "theme-1"), ("reason", "It does not."));
        Assert.Contains("Themes: 1 in use", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task Who_keeps_no_list_looks_only_and_who_has_no_part_in_the_groups_work_is_refused()
    {
        using var fixture = await emulator.OpenAsync();
        await (await ListAsync(fixture, "operations-officer")).SendAsync("theme-add", new() { ["do"] = "yes", ["name__x"] = "Neglect" });
        var scrutineer = await ListAsync(fixture, "scrutineer");
        Assert.Equal(["Show what carries it", "Back to the group"], scrutineer.Card.Buttons);
        await scrutineer.PressAsync("Show what carries it");
        Assert.Contains("Choose a theme.", scrutineer.Card.Text, StringComparison.Ordinal);
        string[] keeps = ["theme-add", "theme-rename", "theme-retire", "theme-take-up"];
        foreach (var (who, verbs) in new[] { ("scrutineer", keeps), ("mash-officer", [.. keeps, "themes", "theme-records"]) })
        {
            var hands = new Hands(fixture, Hands.Of(who));
            foreach (var verb in verbs)
            {
                await hands.SendAsync(
                    verb,
                    new()
                    {
                        ["do"] = "yes",
                        ["name__x"] = "Thresholds",
                        ["listed__x"] = "theme-1",
                    }
                );
                Assert.Contains("Not available", hands.Card.Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal("Neglect", Assert.Single(fixture.CurrentRules.Group.Themes).Name);
    }

    [Fact]
    public async Task All_that_carries_a_theme_is_shown_page_by_page_D4()
    {
        using var fixture = await emulator.OpenAsync();
        var chair = await ListAsync(fixture, "chair");
        await chair.PressAsync("Add a theme");
        await chair.PressAsync("Add it", ("name", "Thresholds"));
        var referrer = LearningStory.Lead with { PersonId = "the-referrer" };
        var all = "23456789BCDFGHJKL"[..14].Select(letter => $"GSCP-PL-3333-333{letter}").ToList();
        foreach (var id in all.Select(RecordRef.Parse))
        {
            await ReviewHands.DoAsync(fixture, LearningStory.Submit() with { Learning = id }, referrer);
            await ReviewHands.DoAsync(
                fixture,
                new Domain.Steps.LearningTriage.TriageLearning(
                    id,
                    Domain.Learning.LearningWay.NextMeeting,
                    "",
                    false,
                    ["theme-1"],
                    LearningStory.Made
                ),
                AppFixture.Holder(Role.Chair)
            );
        }

        var scrutineer = await ListAsync(fixture, "scrutineer");
        await scrutineer.PressAsync("Show what carries it", ("listed", "theme-1"));
        var first = Plain(scrutineer);
        Assert.Contains("14 records", first, StringComparison.Ordinal);
        Assert.Contains("Page 1 of 2", first, StringComparison.Ordinal);
        await scrutineer.PressAsync("More records");
        var second = Plain(scrutineer);
        Assert.All(all, reference =>
            Assert.True(first.Contains(reference, StringComparison.Ordinal) != second.Contains(reference, StringComparison.Ordinal))
        );
        await scrutineer.PressAsync("Records before these");
        Assert.Equal(first, Plain(scrutineer));
        await chair.SendAsync("theme-records", new() { ["case"] = all[0], ["page"] = "1" });
        Assert.Contains("Page 2 of 2", Plain(chair), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_carries_a_theme_is_found_across_cases_and_practice_learning_by_who_may_see_it_D4_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.AgreedAsync(fixture);
        var operations = await ListAsync(fixture, "operations-officer");
        await operations.PressAsync("Add a theme");
        await operations.PressAsync("Add it", ("name", "Babies who do not move"));

        // The report's free words are mapped by a person.
        await operations.OpenAsync(ReviewHands.Reference);
        await operations.PressAsync("Themes of the report");
        await operations.PressAsync("Map it", ("words", "non-mobile baby"));
        Assert.Contains("There is a problem: Choose a theme of the list.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Map it", ("words", "non-mobile baby"), ("listed", "theme-1"));
        Assert.Equal("non-mobile baby", Assert.Single((await fixture.FileAsync()).Themes).Words);

        // The Chair chooses it for what was referred for practice learning.
        var chair = await TriagedAsync(fixture, "theme-1");
        Assert.Contains("Themes: Babies who do not move", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("What else has its themes");
        Assert.Contains(ReviewHands.Reference, Plain(chair), StringComparison.Ordinal);
        await chair.PressAsync("Open GSCP");
        await chair.PressAsync("What else has its themes");
        Assert.Contains(Learning, Plain(chair), StringComparison.Ordinal);
        var both = await ListAsync(fixture, "chair");
        Assert.Contains("2 records", both.Card.Text, StringComparison.Ordinal);
        await both.PressAsync("Show what carries it", ("listed", "theme-1"));
        Assert.Contains("Serious incident, Rapid Review: with the three leads for approval", Plain(both), StringComparison.Ordinal);
        Assert.Contains("Practice learning, waiting for the group's meeting", Plain(both), StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);

        // Undone, the case is found under it no more.
        await operations.OpenAsync(ReviewHands.Reference);
        await operations.PressAsync("Undo a theme of the report");
        await operations.PressAsync("Undo it", ("mapped", "theme-1|non-mobile baby"), ("reason", "Another is meant."));
        Assert.DoesNotContain("Undo a theme of the report", operations.Card.Buttons);
        Assert.Single(await fixture.Rows.ReadAsync(Keys.Themed("theme-1"), CancellationToken.None));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task Who_has_no_part_in_a_record_sees_only_that_there_is_one_more_F2()
    {
        using var fixture = await emulator.OpenAsync();
        var operations = await ListAsync(fixture, "operations-officer");
        await operations.PressAsync("Add a theme");
        await operations.PressAsync("Add it", ("name", "Neglect"));
        await TriagedAsync(fixture, "theme-1", LearningWay.NotForTheGroup);
        var scrutineer = await ListAsync(fixture, "scrutineer");
        await scrutineer.PressAsync("Show what carries it", ("listed", "theme-1"));
        Assert.Contains("1 record you have no part in.", scrutineer.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Learning, Plain(scrutineer), StringComparison.Ordinal);
        await scrutineer.SendAsync("theme-records", new() { ["case"] = Learning });
        Assert.Contains("We cannot find that case", scrutineer.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_full_fits_on_its_card_and_beside_a_decision_filled_to_the_brim()
    {
        // The character that takes most room in a card.
        const string character = "\"";
        using var fixture = await emulator.OpenAsync();
        await fixture.Group.OpenAsync(CancellationToken.None);
        foreach (var number in Enumerable.Range(1, Theme.Most))
        {
            var name = $"{number} {string.Concat(Enumerable.Repeat(character, Theme.LongestName - 4))}";
            await KeepAsync(new AddTheme(name));
            if (number > Theme.MostInUse - 1 && number < Theme.Most)
            {
                await KeepAsync(new RetireTheme($"theme-{number}", string.Concat(Enumerable.Repeat(character, 4000))));
            }
        }

        await fixture.CurrentRules.RefreshAsync(always: true, CancellationToken.None);
        var chair = await ListAsync(fixture, "chair");
        Assert.Contains($"Themes: {Theme.MostInUse} in use", chair.Card.Text, StringComparison.Ordinal);
        await TriagedAsync(fixture, "theme-1,theme-2,theme-3,theme-4,theme-5,theme-120");
        await chair.OpenAsync(Learning);
        await chair.PressAsync("Record what the group decided");
        string Full(int most) => string.Concat(Enumerable.Repeat(character, most));
        var text = Full(Domain.Steps.LearningDecision.DecideOnLearning.LongestText);
        await chair.PressAsync(
            "Record the decision",
            ("considered", Full(Domain.Steps.LearningDecision.DecideOnLearning.LongestLine)),
            ("reason", text),
            ("equality", text),
            ("participation", text),
            ("referrertold", text)
        );
        Assert.Contains("Choose at least one.", chair.Card.Text, StringComparison.Ordinal);
        Assert.Equal(text, chair.Card.Inputs["participation"]);
        await chair.PressAsync("Record the decision", ("outcomes", "JoinedToATheme"));
        Assert.Contains("The group has decided", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("What else has its themes");
        Assert.Contains("Nothing else carries it.", chair.Card.Text, StringComparison.Ordinal);

        Task KeepAsync(GroupCommand command) => ReviewHands.DoAsync(fixture, command, AppFixture.Holder(Role.Operations));
    }

    /// <summary>A referral for practice learning, with the Chair's choice made on the card.</summary>
    private static async Task<Hands> TriagedAsync(AppFixture fixture, string theme, LearningWay way = LearningWay.SpecialMeeting)
    {
        await ReviewHands.DoAsync(fixture, LearningStory.Submit(), LearningStory.Lead with { PersonId = "the-referrer" });
        var chair = new Hands(fixture, Hands.Of("chair"));
        await chair.OpenAsync(Learning);
        await chair.PressAsync("Choose where it goes");
        await chair.PressAsync(way == LearningWay.SpecialMeeting ? "To a special meeting" : "Not for the group");
        await chair.PressAsync("Record the choice", ("reason", "It is so."), ("themes", theme));
        return chair;
    }

    private static async Task<Hands> ListAsync(AppFixture fixture, string person)
    {
        var hands = await ReviewHands.As(fixture, person).HomeAsync();
        await hands.PressAsync("The group");
        await hands.PressAsync("Themes");
        return hands;
    }

    /// <summary>The text with references as they are typed.</summary>
    private static string Plain(Hands hands) => hands.Card.Text.Replace('‑', '-').Replace('\u00a0', ' ');
}
