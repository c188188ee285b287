using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>
/// B9: what an agency confirms, who alone may reach its records, what may be put into its folder, and the alarm about it.
/// </summary>
public class SecuringTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Police = CaseStory.Representative("police");
    private static readonly Actor System = CaseStory.Person("system", Role.ThisSystem);
    private static readonly DateOnly Today = new(2026, 11, 2);

    [Theory]
    [InlineData(SecuringStep.InvolvementChecked, "Say what was found")]
    [InlineData(SecuringStep.Secured, "Say where they are now")]
    [InlineData(SecuringStep.WorkingCopy, "Say whether a copy was made")]
    public void Each_step_is_confirmed_in_words_and_confirmed_again_only_to_put_it_right_B9(SecuringStep step, string asked)
    {
        var story = CaseStory.At(Stage.UnderReview);
        ConfirmSecuring Said(string words, DateOnly on) => new(CaseStory.Id, "police", step, words, on);
        var needed = Reason(story, Said(" ", Today), Police);
        Assert.StartsWith(asked, needed.Message, StringComparison.Ordinal);
        Assert.Equal(("reason-needed", "said"), (needed.Code, needed.Field));
        Assert.Equal(("too-long", "said"), Refused(story, Said(new('x', 4001), Today), Police));
        story.Given(Said("In the safe.", Today), Police);
        Assert.Equal(("nothing-changed", null), Refused(story, Said(" In the safe. ", Today), Police));
        var earlier = Said("In the safe.", Today.AddDays(-1));
        Assert.Equal(("reason-needed", "reason"), Refused(story, earlier, Police));
        Assert.Equal(("too-long", "reason"), Refused(story, earlier with { Reason = new('x', 4001) }, Police));
        story
            .Given(earlier with { Reason = " It was the day before. " }, Police)
            .Given(Said("In the strongroom.", Today.AddDays(-1)) with { Reason = "They were moved." }, Police);
        Assert.Equal(
            [null, "It was the day before.", "They were moved."],
            story.File.History.Select(recorded => recorded.Event).OfType<SecuringConfirmed>().Select(confirmed => confirmed.Reason)
        );
        var securing = story.File.Review.Agency("police")!.Securing;
        var confirmed = new[] { securing.InvolvementChecked, securing.Secured, securing.WorkingCopy };
        Assert.Equal(("In the strongroom.", Today.AddDays(-1)), (confirmed[(int)step]!.What, confirmed[(int)step]!.On));
        Assert.Single(confirmed, one => one is not null);
    }

    [Fact]
    public void Nothing_is_confirmed_for_an_agency_that_is_not_in_the_case_or_was_not_asked_yet_B9()
    {
        var story = CaseStory
            .At(Stage.UnderReview)
            .Given(new ChooseAgency(CaseStory.Id, "probation", "Probation", CaseStory.ContactOf("probation")), Operations);
        ConfirmSecuring For(string agency) => new(CaseStory.Id, agency, SecuringStep.Secured, "In the safe.", Today);
        Assert.Equal(("overtaken", null), Refused(story, For("nobody"), Operations));
        Assert.Equal(("overtaken", null), Refused(story, For("probation"), Operations));
        Assert.Equal(("not-your-agency", null), Refused(story, For("nobody"), Police));
    }

    [Fact]
    public void A_nominee_is_somebody_whose_account_the_folder_can_be_opened_to_B9()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var manager = new Contact("", "Records manager", "records@police.example");
        NameNominee Named(Contact contact, string reason = "") => new(CaseStory.Id, "police", contact, reason);
        Assert.Equal(("answer-needed", "nominee"), Refused(story, Named(manager with { Display = "" }), Police));
        Assert.Equal(("answer-needed", "email"), Refused(story, Named(manager with { Email = "records" }), Police));
        Assert.Equal(("answer-needed", "email"), Refused(story, Named(new("records", "Records manager", "")), Police));
        Assert.Equal(("too-long", "reason"), Refused(story, Named(manager, new('x', 4001)), Police));
        story.Given(Named(manager), Police);
        Assert.Equal(("nothing-changed", "nominee"), Refused(story, Named(manager, "Again."), Police));
        Assert.Equal(manager, story.File.Review.Agency("police")!.Securing.Nominee);
    }

    [Fact]
    public void Papers_pictures_and_mails_are_taken_once_each_and_no_program_nothing_empty_and_nothing_too_large_B9()
    {
        var story = CaseStory.At(Stage.UnderReview);
        SecureFile Put(long size, string hash = "0123456789abcdef01", string extension = ".pdf") =>
            new(CaseStory.Id, "police", size, hash, extension, "Custody records");
        Assert.Equal(("wrong-kind", "file"), Refused(story, Put(10, extension: ".exe"), Police));
        Assert.Equal(("too-large", "file"), Refused(story, Put(0), Police));
        Assert.Equal(("too-large", "file"), Refused(story, Put(SecureFile.LargestFile + 1), Police));
        story.Given(Put(SecureFile.LargestFile), Police);
        Assert.Equal(("nothing-changed", "file"), Refused(story, Put(10), Police));
        story.Given(Put(10, "fedcba9876543210ff", ".msg"), Police);
        Assert.Equal(
            [$"{CaseStory.Id}-0123456789abcdef.pdf", $"{CaseStory.Id}-fedcba9876543210.msg"],
            story.File.Review.Agency("police")!.Securing.Files.Select(file => file.Name)
        );
    }

    [Fact]
    public void The_nominee_puts_files_into_the_folder_and_once_access_has_ended_nobody_does_B9()
    {
        var story = CaseStory
            .At(Stage.UnderReview)
            .Given(new NameNominee(CaseStory.Id, "police", new("nominee", "Records manager", "records@police.example"), ""), Police);
        var nominee = CaseStory.Person("nominee");
        var file = new SecureFile(CaseStory.Id, "police", 10, "ab", ".pdf", "Custody records");
        Assert.Equal(("not-your-agency", null), Refused(story, file with { Agency = "schools" }, nominee));
        story.Given(file, nominee);
        story.Declared().Attended([.. Partners.Leads]).Discussed().Agreed().AllApprove().ReportSent();
        story.Given(new EndAccess(CaseStory.Id), Operations);
        Assert.Equal(("not-found", null), Refused(story, file with { Sha256 = "cd" }, nominee));
        Assert.Equal(("overtaken", null), Refused(story, file with { Sha256 = "cd" }, Operations));
        Assert.Single(story.File.Review.Agency("police")!.Securing.Files);
    }

    [Fact]
    public void A_file_says_what_it_is_in_a_few_words_and_without_a_name_however_it_is_known_to_be_spelt_B9_F2()
    {
        var answers = CaseStory.Complete();
        answers = answers.With("children", answers.Row("children", "r1")!.With("name", "Xanthe Quillfeather"));
        var story = CaseStory.At(Stage.UnderReview);
        story.Given(new ChangeReferral(CaseStory.Id, story.File.Referral!.Answers, answers, "It was missing."), Operations);
        var request = story.File.Review.Request;
        story.Given(
            new FillInRequest(
                CaseStory.Id,
                request,
                request.With("children", request.RowsOf("children")[0].With("aka", "Zanny")),
                "It was missing."
            ),
            Operations
        );
        var form = story.CompleteReturn();
        var named = form.Row("family", SectionOne.Now(story.File).Details.First(detail => detail.IsName).Id)!;
        story.Given(
            new ReturnScoping(
                CaseStory.Id,
                "schools",
                true,
                form.With("family", named.With("answer", "differs").With("how", "Zantia Quillfether")),
                "on a card",
                ""
            ),
            CaseStory.Representative("schools")
        );
        var file = new SecureFile(CaseStory.Id, "police", 10, "ab", ".pdf", " Custody records, 2024 to 2026 ");
        Assert.Equal(("answer-needed", "description"), Refused(story, file with { Description = " " }, Police));
        Assert.Equal(("too-long", "description"), Refused(story, file with { Description = new('x', 101) }, Police));
        Assert.All(["Notes on Xanthe", "Notes about Quillfeather's home", "zanny, custody", "Notes on Zantia"], said =>
            Assert.Equal(("name-in-text", "description"), Refused(story, file with { Description = said }, Police))
        );

        story.Given(file, Police);
        Assert.Equal("Custody records, 2024 to 2026", story.File.Review.Agency("police")!.Securing.Files[^1].Description);
    }

    [Fact]
    public void A_folder_that_others_can_open_is_an_alarm_to_operations_and_the_same_message_says_when_it_is_well_again_B9()
    {
        var story = CaseStory.At(Stage.UnderReview);
        ReportFolder Report(string agency, string what) => new(CaseStory.Id, agency, what);
        Assert.Equal(("overtaken", null), Refused(story, Report("nobody", "Somebody else can open it."), System));
        Assert.Equal(("overtaken", null), Refused(story, Report("police", ""), System));
        story.Given(Report("police", "Somebody else can open it."), System);
        var alarm = Alarm(story.File.Version);
        Assert.True(story.File.Review.HasAlarm);
        Assert.Equal([alarm], Effects(story));
        Assert.Equal(("overtaken", null), Refused(story, Report("police", "Somebody else can open it."), System));
        Assert.Equal(("overtaken", null), Refused(story, Report("schools", "") with { IsAnother = true }, System));
        story.Given(Report("schools", "Somebody else can open it."), System).Given(Report("police", ""), System);
        Assert.Equal([alarm], Effects(story));
        Assert.True(story.File.Review.HasAlarm);
        story.Given(Report("schools", ""), System);
        Assert.False(story.File.Review.HasAlarm);
        // Another thing in the same words is another alarm.
        story.Given(Report("police", "Somebody can."), System).Given(Report("police", "Somebody can.") with { IsAnother = true }, System);
        Assert.Equal([Alarm(story.File.Version)], Effects(story));
    }

    [Fact]
    public void An_alarm_about_the_cases_own_papers_is_told_apart_from_those_about_agencies_B13()
    {
        var story = CaseStory.At(Stage.UnderReview).Given(new ReportFolder(CaseStory.Id, "", "Somebody else can open it."), System);
        Assert.Equal([Alarm(story.File.Version)], Effects(story));
        Assert.True(story.File.Review.HasAlarm);
        Assert.All(story.File.Review.Agencies, agency => Assert.Equal("", agency.Securing.Alarm));
    }

    private static Effect.ShowCard Alarm(int version) =>
        new(CaseStory.Id, CardKind.FolderAlarm, new Recipient.HoldersOf(Role.Operations)) { About = Topic.Since(version) };

    private static IEnumerable<Effect> Effects(CaseStory story) => EffectsOf.Event(story.File.History[^1].Event, story.File);

    private static (string Code, string? Field) Refused(CaseStory story, Command command, Actor actor) =>
        Reason(story, command, actor) is var refusal ? (refusal.Code, refusal.Field) : default;

    private static Refusal Reason(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0];
}
