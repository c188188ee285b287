using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>
/// No text locks a draft (ADR 18): whatever was typed, it opens, is shortened, sent, or deleted; what cannot be shown is not saved.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class BrimTests(Emulator emulator)
{
    [Fact]
    public async Task Typed_far_beyond_its_limit_nothing_is_saved_and_the_person_is_told_which_answer_and_by_how_much()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.FillInAsync();
        await hands.PressAsync("Edit: What happened");
        var (verb, data) = hands.Card.CardInvocation(
            "Continue",
            new Dictionary<string, string> { ["circumstances"] = new('x', 32_000), ["reasons"] = new('x', 16_000) }
        );
        var reply = await fixture.Cards.AnswerAsync(
            new(new(Hands.School.TenantId, Hands.School.ObjectId), "x", verb, data, "test"),
            CancellationToken.None
        );
        var said = Assert.IsType<CardReply.Message>(reply).Text;
        Assert.Contains("has 32000 characters and can have 8000", said, StringComparison.Ordinal);
        Assert.Contains("What you typed is still here", said, StringComparison.Ordinal);

        // The same card, shortened; and the draft opens, with what was saved before.
        await hands.PressAsync("Continue", ("circumstances", new('y', 8_000)), ("reasons", "Because."));
        Assert.NotEqual("outline", hands.Card.Page);
        var again = await new Hands(fixture, Hands.School).HomeAsync();
        await again.PressAsync("Continue GSCP");
        Assert.NotEmpty(again.Card.Buttons);
    }

    [Fact]
    public async Task A_draft_saved_too_long_before_opens_is_kept_whole_while_left_alone_and_can_be_shortened()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.FillInAsync();
        var text = string.Concat(Enumerable.Range(0, 8_000).Select(i => $"{i:D4} "));
        await SeedAsync(fixture, hands, answers => answers.With("outline", "circumstances", text));
        await hands.PressAsync("Edit: What happened");
        Assert.Contains("the box holds the first 8000 of 39999 characters", hands.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("Save and review", ("reasons", "Another reason."));
        Assert.Equal(
            (text.Trim(), "Another reason."),
            (await AnswerAsync(fixture, hands, "circumstances"), await AnswerAsync(fixture, hands, "reasons"))
        );
        Assert.Contains("Shorten it to 8000 or fewer", hands.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("Edit: What happened");
        await hands.PressAsync("Save and review", ("circumstances", "Short."));
        Assert.Equal("Short.", await AnswerAsync(fixture, hands, "circumstances"));
        await hands.PressAsync("Send to the Greenwich MASH");
        Assert.Contains("Your referral was sent to the Greenwich MASH.", hands.Card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Latin", "a"), InlineData("Arabic", "ع"), InlineData("emoji", "😀"), InlineData("quotes", "\"")]
    public async Task A_referral_filled_to_the_brim_opens_on_every_page_is_sent_and_is_read_to_its_end(string script, string character)
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.PressAsync("Refer a serious incident");
        var reference = hands.Card.CardInvocation("Continue").Data["case"];
        await SeedAsync(fixture, hands, _ => Brim.Answers(FormLibrary.All[0], character, 1));
        var home = await new Hands(fixture, Hands.School).HomeAsync();
        await home.PressAsync("Continue GSCP");
        for (var pages = 0; pages < FormLibrary.All[0].Pages.Length && !home.Card.Buttons.Contains("Send to the Greenwich MASH"); pages++)
        {
            await home.PressAsync("Continue");
        }

        Assert.True(home.Card.Buttons.Contains("Send to the Greenwich MASH"), script);
        Assert.Equal(Brim.Answers(FormLibrary.All[0], character, 1), (await DraftAsync(fixture, reference)).Answers, Same);
        await home.PressAsync("Send to the Greenwich MASH");
        Assert.Contains("Your referral was sent to the Greenwich MASH.", home.Card.Text, StringComparison.Ordinal);

        var mash = new Hands(fixture, Hands.Of("mash-officer"));
        await mash.OpenAsync(reference);
        await mash.PressAsync("Read the referral");
        var presses = 0;
        for (; mash.Card.Buttons.FirstOrDefault(title => title is "More of this section" or "Next section") is { } on; presses++)
        {
            await mash.PressAsync(on);
        }

        Assert.InRange(presses, FormLibrary.All[0].Pages.Length, 500);
    }

    [Fact]
    public async Task A_draft_of_nothing_but_quotation_marks_can_be_deleted()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.PressAsync("Refer a serious incident");
        await SeedAsync(fixture, hands, _ => Brim.Answers(FormLibrary.All[0], "\"", 1));
        await hands.HomeAsync();
        await hands.PressAsync("Continue GSCP");
        await hands.PressAsync("Save and review");
        await hands.PressAsync("Delete this draft");
        await hands.PressAsync("Yes, delete it");
        Assert.Empty(await fixture.Rows.ReadAsync("draft|", CancellationToken.None));
    }

    [Fact]
    public async Task A_form_longer_as_a_whole_than_can_be_kept_is_refused_in_words_and_what_was_saved_stays()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.FillInAsync();
        var chance = new Random(1);
        var rows = Enumerable.Range(0, 200).Select(i => AnswerRow.Empty($"r{i}").With("event", Chance(2_000, '0', 64)));
        await SeedAsync(fixture, hands, answers => answers with { Rows = answers.Rows.SetItem("chronology", [.. rows]) });
        await hands.PressAsync("Edit: What happened");
        var (verb, data) = hands.Card.CardInvocation(
            "Save and review",
            new Dictionary<string, string> { ["circumstances"] = Chance(8_000, '\u4E00', 16_000) }
        );
        var reply = await fixture.Cards.AnswerAsync(
            new(new(Hands.School.TenantId, Hands.School.ObjectId), "x", verb, data, "test"),
            CancellationToken.None
        );
        Assert.Contains(
            "the form as a whole is longer than can be kept",
            Assert.IsType<CardReply.Message>(reply).Text,
            StringComparison.Ordinal
        );
        await hands.PressAsync("Save and review", ("circumstances", "Short."));
        Assert.Equal("Short.", await AnswerAsync(fixture, hands, "circumstances"));

        // Nothing that could be compressed.
        string Chance(int length, char first, int many) => string.Create(length, chance, (text, from) =>
            {
                for (var i = 0; i < text.Length; i++)
                {
                    text[i] = (char)(first + from.Next(many));
                }
            });
    }

    /// <summary>As a Word form may hold them: a box for dates would send nothing back.</summary>
    [Fact]
    public async Task A_date_or_time_that_is_none_stands_as_it_was_written_until_it_is_put_right_or_taken_out()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.FillInAsync();
        var written = AnswerRow.Empty("w1").With("date", "early May").With("time", "about 3 pm").With("event", "A visit.");
        await SeedAsync(fixture, hands, answers => answers with { Rows = answers.Rows.SetItem("chronology", [written]) });
        await hands.PressAsync("Edit: Key events");
        await hands.PressAsync("Edit 1");
        Assert.Equal(("early May", "about 3 pm"), (hands.Card.Inputs["date"], hands.Card.Inputs["time"]));
        await hands.PressAsync("Save and leave");
        Assert.Equal(written.Values, (await RowAsync()).Values);

        await hands.PressAsync("Continue now");
        await hands.PressAsync("Edit 1");
        await hands.PressAsync("Save", ("date", "2026-05-01"), ("time", ""));
        Assert.Equal(("2026-05-01", "", "A visit."), ((await RowAsync())["date"], (await RowAsync())["time"], (await RowAsync())["event"]));

        async Task<AnswerRow> RowAsync() =>
            Assert
                .Single(
                    (await fixture.Rows.ReadAsync("case|", CancellationToken.None))
                        .Where(row => row.Key.Contains("|d|", StringComparison.Ordinal))
                        .Select(row => StoredJson.ReadDraft(LongText.In(row, "draft")))
                )
                .Answers.RowsOf("chronology")
                .Single();
    }

    /// <summary>Writes into the draft what the cards of this version would not let in, or what would take hundreds of presses.</summary>
    private static async Task SeedAsync(AppFixture fixture, Hands hands, Func<Answers, Answers> change)
    {
        var draft = await DraftAsync(fixture, Reference(hands));
        var row = (await fixture.Rows.FindAsync(Keys.Draft(draft.Record.CaseId, draft.AuthorId, ""), CancellationToken.None))!;
        var seeded = StoredJson.Write(draft with { Answers = change(draft.Answers), At = draft.Form.Pages[0].Id });
        Assert.IsType<CommitResult.Done>(
            await fixture.Rows.CommitAsync(
                [new RowWrite.Replace(row.Key, new Dictionary<string, string>([LongText.Field("draft", seeded)]), row.ETag)],
                CancellationToken.None
            )
        );
    }

    private static string Reference(Hands hands) => hands.Card.CardInvocation(hands.Card.Buttons[0]).Data["case"];

    private static async Task<Draft> DraftAsync(AppFixture fixture, string reference) =>
        Assert.Single((await StoredCase.LoadAsync(fixture.Rows, CaseId.Parse(reference), CancellationToken.None)).Drafts).Value.Draft;

    private static async Task<string> AnswerAsync(AppFixture fixture, Hands hands, string question) =>
        (await DraftAsync(fixture, Reference(hands))).Answers["outline", question];

    private static bool Same(Answers one, Answers other) => AnswerChange.Between(FormLibrary.All[0], one, other).IsEmpty;
}
