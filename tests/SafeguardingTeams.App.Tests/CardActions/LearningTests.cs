using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Practice learning on its cards, from the practitioner to the group's decision: A4, D1 to D9.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class LearningTests(Emulator emulator)
{
    private const string Lead = "rep-acute-trust";

    [Fact]
    public async Task From_the_referral_to_what_the_group_decided_each_does_their_part_and_the_referrer_is_told_D3_D5_D9()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var (referrer, reference) = await ReferAsync(fixture);
        Assert.Contains("is asked to agree", referrer.Card.Text, StringComparison.Ordinal);

        var lead = await OpenAsync(fixture, Lead, reference);
        await lead.PressAsync("Agree, or do not agree");
        Assert.Contains("How a discharge is planned", lead.Card.Text, StringComparison.Ordinal);
        await lead.PressAsync("Agree: refer it");
        Assert.Contains("You agree", lead.Card.Text, StringComparison.Ordinal);

        var chair = await OpenAsync(fixture, "chair", reference);
        await chair.PressAsync("Choose where it goes");
        await chair.PressAsync("Ask the referrer first");
        await chair.PressAsync("Ask", ("question", "Who planned it?"));
        await OpenAsync(referrer, reference);
        await referrer.PressAsync("Answer the question");
        await referrer.PressAsync("Send the answer", ("answer", "The ward."));
        await chair.PressAsync("Choose where it goes");
        await chair.PressAsync("To the next meeting");
        Assert.Contains("Waits for the group", chair.Card.Text, StringComparison.Ordinal);

        var operations = await OpenAsync(fixture, "operations-officer", reference);
        await operations.PressAsync("Record what the group decided");
        await operations.PressAsync("Record the decision", ("considered", "How a discharge was planned"));
        Assert.Contains("Choose at least one.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("How a discharge was planned", operations.Card.Inputs["considered"]);
        await operations.PressAsync(
            "Record the decision",
            ("outcomes", "MultiAgencyAudit"),
            ("reason", "It is the third."),
            ("equality", "Nothing was seen, because few are known."),
            ("referrertold", "The group audits how discharges are planned.")
        );
        Assert.Contains("The group has decided", operations.Card.Text, StringComparison.Ordinal);

        // The referrer is told by the card that reaches them, and that is on the record.
        var stored = await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Parse(reference), CancellationToken.None);
        Assert.True(((LearningFile)stored.Record).OwesReferrer);
        await fixture.Chats.SeenAsync(
            new(
                Hands.Paediatrician.TenantId,
                Hands.Paediatrician.ObjectId,
                "a:referrer",
                "https://smba.trafficmanager.net/uk/",
                "28:bot",
                "29:referrer"
            ),
            CancellationToken.None
        );
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var told = (LearningFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Parse(reference), CancellationToken.None)).Record;
        Assert.Equal("by a card in Teams", told.Told!.How);
        await OpenAsync(referrer, reference);
        Assert.Contains("The group audits how discharges are planned.", referrer.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task What_looks_serious_goes_to_the_MASH_in_one_transaction_and_the_MASH_finds_the_answers_there_D7()
    {
        using var fixture = await emulator.OpenAsync();
        var (_, reference) = await ReferAsync(fixture);
        var lead = await OpenAsync(fixture, Lead, reference);
        await lead.PressAsync("Agree, or do not agree");
        await lead.PressAsync("Agree: refer it");
        var chair = await OpenAsync(fixture, "chair", reference);
        await chair.PressAsync("Choose where it goes");
        await chair.PressAsync("It looks serious");
        await chair.PressAsync("Record the choice");
        Assert.Contains("Say why.", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Record the choice", ("reason", "A fracture was seen."));
        var file = (LearningFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Parse(reference), CancellationToken.None)).Record;
        Assert.Equal(LearningStage.WithTheMash, file.Stage);
        var mash = await OpenAsync(fixture, "mash-officer", file.Case!.Value.Value);
        Assert.Contains("Threshold", string.Join(' ', mash.Card.Buttons), StringComparison.OrdinalIgnoreCase);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task Below_the_threshold_the_referrer_sends_the_same_answers_for_learning_and_types_nothing_again_A4()
    {
        using var fixture = await emulator.OpenAsync();
        var referrer = new Hands(fixture, Hands.Paediatrician);
        var reference = await referrer.ReferAsync();
        await fixture.RunAsync(
            new Domain.Steps.Threshold.DecideThreshold(CaseId.Parse(reference), false, "No serious harm."),
            AppFixture.Holder(Role.MashOfficer)
        );
        await referrer.OpenAsync(reference);
        await referrer.PressAsync("Refer it for learning");
        Assert.Equal("referrer", referrer.Card.Page);
        await referrer.PressAsync("Continue");
        await referrer.PressAsync("Continue");
        Assert.Equal("learning", referrer.Card.Page);
        await referrer.PressAsync("Save and review", ("kinds", "no-harm"), ("learn", "How a bruise is looked at."), ("concerns", "one"));
        Assert.Contains("Child A", referrer.Card.Text, StringComparison.Ordinal);
        await referrer.PressAsync("Send");
        Assert.Contains("was sent", referrer.Card.Text, StringComparison.Ordinal);

        // Pressed once more it opens the same one.
        await referrer.OpenAsync(reference);
        await referrer.PressAsync("Refer it for learning");
        Assert.Contains("You have sent it already.", referrer.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_a_part_is_told_that_there_is_one_F2()
    {
        using var fixture = await emulator.OpenAsync();
        var (_, reference) = await ReferAsync(fixture);
        foreach (var who in new[] { "chair", "mash-officer", "lead-police", "rep-schools", "authority-notifier" })
        {
            foreach (
                var verb in new[] { "open-case", "learning-open", "learning-read", "learning-timeline", "learning-way", "learning-change" }
            )
            {
                var hands = new Hands(fixture, Hands.Of(who));
                await hands.SendAsync(verb, new() { ["case"] = reference });
                Assert.Contains("We cannot find that case", hands.Card.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_sweep_reminds_the_lead_then_operations_and_nobody_is_reminded_of_what_is_done_D9()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var (_, reference) = await ReferAsync(fixture);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        fixture.Clock.Set(new(2026, 11, 11, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, (await fixture.Sweep.RunAsync(CancellationToken.None)).Chased);
        var file = (LearningFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Parse(reference), CancellationToken.None)).Record;
        var reminded = Assert.IsType<Domain.Steps.LearningReminders.LearningReminded>(file.History[^1].Event);
        Assert.Equal((3, Role.Operations), (reminded.Missed, reminded.To[0].Role));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_referral_is_sent_once_however_often_it_is_pressed_and_an_old_card_says_so()
    {
        using var fixture = await emulator.OpenAsync();
        var referrer = await FilledInAsync(fixture);
        var (verb, data) = referrer.Card.CardInvocation("Send", new Dictionary<string, string>());
        await referrer.SendAsync(verb, data);
        await referrer.SendAsync(verb, data);
        Assert.Contains("was sent", referrer.Card.Text, StringComparison.Ordinal);
        var file = (LearningFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Parse(data["case"]), CancellationToken.None)).Record;
        Assert.Equal(1, file.Version);
        await referrer.SendAsync("draft-continue", new(data) { ["press"] = "another" });
        Assert.Contains("has already been sent", referrer.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_read_it_has_it_as_a_Word_file_and_nobody_else_D2_F2()
    {
        using var fixture = await emulator.OpenAsync();
        var (_, reference) = await ReferAsync(fixture);
        Task<App.Papers.PaperEnd> AsAsync(SafeguardingTeams.Rehearsal.People.CastMember member, string which) =>
            fixture.LearningPapers.ReferralAsync(
                new(new(member.TenantId, member.ObjectId), member.Name, "document", new Dictionary<string, string>(), "test"),
                RecordRef.Parse(which),
                CancellationToken.None
            );
        var drawn = Assert.IsType<App.Papers.PaperEnd.Drawn>(await AsAsync(Hands.Paediatrician, reference));
        Assert.Equal($"{reference}-referral.docx", drawn.Name);
        using var word = new System.IO.Compression.ZipArchive(new MemoryStream(drawn.Bytes.ToArray()));
        using var text = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        var said = await text.ReadToEndAsync(CancellationToken.None);
        Assert.Contains("How a discharge is planned.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("The child or children", said, StringComparison.Ordinal);
        Assert.IsType<App.Papers.PaperEnd.NotThere>(await AsAsync(Hands.Of("chair"), reference));
        Assert.IsType<App.Papers.PaperEnd.NotThere>(await AsAsync(Hands.Of("rep-schools"), reference));
        Assert.IsType<App.Papers.PaperEnd.NotThere>(await AsAsync(Hands.Paediatrician, "GSCP-PL-2222-2222"));
        Assert.NotEmpty(await fixture.Rows.ReadAsync(Keys.Reads(RecordRef.Parse(reference)), CancellationToken.None));
    }

    private static async Task<(Hands Referrer, string Reference)> ReferAsync(AppFixture fixture)
    {
        var referrer = await FilledInAsync(fixture);
        var reference = referrer.Card.CardInvocation("Send", new Dictionary<string, string>()).Data["case"];
        await referrer.PressAsync("Send");
        return (referrer, reference);
    }

    /// <summary>Fills in the form, with what the person would type, and stops at the review.</summary>
    private static async Task<Hands> FilledInAsync(AppFixture fixture)
    {
        var hands = await new Hands(fixture, Hands.Paediatrician).HomeAsync();
        await hands.PressAsync("Refer for learning");
        await hands.PressAsync("Begin", ("lead", Lead));
        await hands.PressAsync("Continue", ("title", "Paediatrician"), ("telephone", "020 7946 0000"), ("email", "p@trust.example"));
        Assert.Equal($"{Lead}@people.example", hands.Card.Inputs["email"]);
        await hands.PressAsync("Continue");
        await hands.PressAsync("Continue", ("kinds", "near-miss"), ("learn", "How a discharge is planned."), ("concerns", "none"));
        Assert.Equal("agencies", hands.Card.Page);
        await hands.PressAsync("Continue");
        await hands.PressAsync("Continue", ("circumstances", "The visit was not arranged."), ("reasons", "It could happen again."));
        await hands.PressAsync("Continue");
        await hands.PressAsync("Continue");
        Assert.Contains("Check what you are about to send", hands.Card.Text, StringComparison.Ordinal);
        return hands;
    }

    private static Task<Hands> OpenAsync(AppFixture fixture, string who, string reference) =>
        OpenAsync(new Hands(fixture, Hands.Of(who)), reference);

    private static async Task<Hands> OpenAsync(Hands hands, string reference)
    {
        await hands.OpenAsync(reference);
        return hands;
    }
}
