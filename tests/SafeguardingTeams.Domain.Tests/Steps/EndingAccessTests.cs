using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>B9, B13: whoever can no longer open a folder of the case is told.</summary>
public class EndingAccessTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);

    [Fact]
    public void Everybody_whose_access_ends_has_a_mail_and_their_message_is_put_right_B9_B13()
    {
        var follows = Follows(Secured().Declared().Given(new SharePack(CaseStory.Id), Operations), new EndAccess(CaseStory.Id));
        Assert.Equal(
            Partners
                .Leads.Select(lead => (MailKind.PackClosed, $"a-{lead}"))
                .Concat([(MailKind.AccessEnded, "acute-trust"), (MailKind.AccessEnded, "police"), (MailKind.NomineeEnded, "police")])
                .Order(),
            follows.OfType<Effect.SendMail>().Select(mail => (mail.Kind, mail.About.Name)).Order()
        );
        var edited = follows.OfType<Effect.ShowCard>().Where(card => card.OnlyIfShown).ToList();
        Assert.Contains(edited, card => card is { Kind: CardKind.NomineeTask, To: Recipient.ThePerson { PersonId: "nominee" } });
        Assert.Equal(3, edited.Count(card => card.Kind == CardKind.ScopingTask));
        Assert.Equal(3, edited.Count(card => card.Kind == CardKind.AttendeeTask));
        Assert.Equal(3, follows.OfType<Effect.KeepFolders>().Count());
    }

    [Fact]
    public void Where_the_papers_were_never_shared_nobody_is_told_that_they_are_closed()
    {
        var follows = Follows(Secured().Declared(), new EndAccess(CaseStory.Id));
        Assert.DoesNotContain(follows, effect => effect is Effect.SendMail { Kind: MailKind.PackClosed });
    }

    [Fact]
    public void A_nominee_who_is_the_representative_has_one_mail_and_one_whose_review_was_withdrawn_has_one_too()
    {
        var same = CaseStory
            .At(Stage.UnderReview)
            .Given(new NameNominee(CaseStory.Id, "police", CaseStory.ContactOf("police"), ""), CaseStory.Representative("police"));
        Assert.DoesNotContain(Follows(same.Declared(), new EndAccess(CaseStory.Id)), effect =>
            effect is Effect.SendMail { Kind: MailKind.NomineeEnded }
        );

        var withdrawn = Secured().Given(new WithdrawReview(CaseStory.Id, "Accidental."), CaseStory.Somebody(Role.Chair));
        var follows = EffectsOf.Event((CaseEvent)withdrawn.File.History[^1].Event, withdrawn.File);
        Assert.Single(follows, effect => effect is Effect.SendMail { Kind: MailKind.NomineeEnded });
        Assert.Contains(follows, effect => effect is Effect.ShowCard { Kind: CardKind.NomineeTask, OnlyIfShown: true });
    }

    /// <summary>Police with records and a nominee, schools to which the family is not known, the trust with neither.</summary>
    private static CaseStory Secured()
    {
        var police = CaseStory.Representative("police");
        return CaseStory
            .At(Stage.UnderReview)
            .Given(new NameNominee(CaseStory.Id, "police", new("nominee", "Records manager", "records@police.example"), ""), police)
            .Returned("schools", known: false);
    }

    private static System.Collections.Immutable.ImmutableList<Effect> Follows(CaseStory story, EndAccess command)
    {
        story.Attended([.. Partners.Leads]).Discussed().Agreed().AllApprove().ReportSent().Given(command, Operations);
        return [.. EffectsOf.Event((CaseEvent)story.File.History[^1].Event, story.File)];
    }
}
