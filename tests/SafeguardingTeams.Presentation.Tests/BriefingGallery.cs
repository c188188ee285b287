using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Domain.Steps.BriefingApproval;
using SafeguardingTeams.Domain.Steps.BriefingEnding;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Domain.Steps.BriefingSending;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.BriefingAnswers;
using SafeguardingTeams.Presentation.Steps.BriefingApproval;
using SafeguardingTeams.Presentation.Steps.BriefingChecking;
using SafeguardingTeams.Presentation.Steps.BriefingEnding;
using SafeguardingTeams.Presentation.Steps.BriefingSending;
using SafeguardingTeams.Presentation.Steps.BriefingWriting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>The cards of briefings, copies for training and papers, and the messages that bring them.</content>
internal static partial class Gallery
{
    private static readonly RecordRef Brf = BriefingStory.Id;

    private static readonly (string Id, string Name)[] SomeAgencies = [("trust", "Trust"), ("police", "Police"), ("school", "Schools")];

    /// <summary>One with details in it that may point to somebody, as whoever checks it finds it.</summary>
    private static BriefingStory WithDetails =>
        BriefingStory
            .At(BriefingStage.Writing)
            .Given(
                BriefingStory.Write(
                    answers: BriefingStory.Boxes(
                        happened: "On 3 April a 7-week-old baby, one of twins, was seen by the headteacher's school nurse. "
                            + "The mother said \"nobody ever asked me how I was\"."
                    )
                ),
                BriefingStory.Operations
            );

    /// <summary>One with every box filled to its limit.</summary>
    internal static BriefingFile FullBriefing { get; } = FilledToTheBrim();

    private static BriefingStory AllUsed =>
        BriefingStory
            .At(BriefingStage.Sent)
            .Given(new AnswerBriefing(Brf, BriefingStory.Used()), BriefingStory.Member)
            .Given(
                new AnswerBriefing(Brf, BriefingStory.Used("police", "Rang back.") with { WhyNot = "No team works with babies." }),
                BriefingStory.Operations
            );

    private static BriefingStory SentAgain =>
        BriefingStory
            .At(BriefingStage.Sent)
            .Given(new CorrectBriefing(Brf, "The telephone number was wrong."), BriefingStory.Operations)
            .Given(BriefingStory.Write(BriefingStory.Boxes(), BriefingStory.Boxes(happened: "Put right.")), BriefingStory.Operations)
            .Given(BriefingStory.Check(), BriefingStory.Scrutineer)
            .Given(new ApproveBriefing(Brf, true, ""), BriefingStory.Chair)
            .Given(new SendBriefing(Brf), BriefingStory.Operations);

    private static BriefingFile FilledToTheBrim()
    {
        var text = string.Concat(Enumerable.Repeat("Ask again, write down what you see, and tell who can put it together. ", 10));
        var answers = BriefingForms
            .Boxes(BriefingForms.SevenMinutes, Answers.None)
            .Aggregate(BriefingStory.Boxes(), (filled, one) =>
                filled.With(
                    BriefingForms.SevenMinutes.Pages.OfType<Page.Single>().First(page => page.Questions.Contains(one.Box)).Id,
                    one.Box.Id,
                    text[..380].TrimEnd()
                )
            );
        return BriefingStory
            .At(BriefingStage.Writing)
            .Given(BriefingStory.Write(answers: answers), BriefingStory.Operations)
            .Given(BriefingStory.Check() with { Missed = text[..600].TrimEnd() }, BriefingStory.Scrutineer)
            .Given(new ApproveBriefing(Brf, true, ""), BriefingStory.Chair)
            .Given(new SendBriefing(Brf), BriefingStory.Operations)
            .File;
    }

    private static IEnumerable<(string Name, CardKind Kind, Topic About, BriefingFile File)> BriefingMessages()
    {
        BriefingFile At(BriefingStage stage) => BriefingStory.At(stage).File;
        foreach (
            var (kind, asks) in new[]
            {
                (CardKind.BriefingToCheck, BriefingStage.Checking),
                (CardKind.BriefingToApprove, BriefingStage.WithChair),
                (CardKind.BriefingToSend, BriefingStage.Approved),
            }
        )
        {
            yield return ("asked", kind, Topic.Round(1), At(asks));
            yield return ("done", kind, Topic.Round(1), At(BriefingStage.Sent));
        }

        var returned = BriefingStory.At(BriefingStage.Checking).Given(BriefingStory.Check(passes: false), BriefingStory.Scrutineer).File;
        yield return ("asked", CardKind.BriefingReturned, Topic.Round(1), returned);
        yield return ("done", CardKind.BriefingReturned, Topic.Round(1), At(BriefingStage.Checking));
        var sent = At(BriefingStage.Sent);
        var about = Topic.Agency("trust", sent.Sent[^1].Version);
        yield return ("asked", CardKind.BriefingSent, about, sent);
        yield return ("answered", CardKind.BriefingSent, about, AllUsed.File);
        yield return ("closed", CardKind.BriefingSent, about, At(BriefingStage.Closed));
        yield return ("withdrawn", CardKind.BriefingSent, about, At(BriefingStage.Withdrawn));
        yield return ("newer", CardKind.BriefingSent, about, SentAgain.File);
        yield return ("corrected", CardKind.BriefingSent, Topic.Agency("trust", SentAgain.File.Sent[^1].Version), SentAgain.File);
        yield return ("withdrawn", CardKind.BriefingWithdrawn, about, At(BriefingStage.Withdrawn));
        foreach (var times in new[] { 1, 2, 3 })
        {
            var story = BriefingStory.At(BriefingStage.Sent);
            foreach (var chase in story.File.Clocks[0].Deadline.Chases.Take(times))
            {
                story.On(chase.At).Given(new RemindBriefing(Brf, Timescales.BriefingAnswers.Id), ActionStory.System);
            }

            yield return (
                $"briefing-{times}",
                CardKind.Reminder,
                Topic.Reminder(Timescales.BriefingAnswers.Id, story.File.Version),
                story.File
            );
        }

        yield return ("briefing-done", CardKind.Reminder, Topic.Reminder(Timescales.BriefingAnswers.Id, 7), AllUsed.File);
    }

    private static IEnumerable<(string, AdaptiveCard, string)> StoredBriefings() =>
        BriefingMessages()
            .Concat(BriefingsAskedAgain())
            .Select(one =>
                (one.Name, one.Kind, Drawn: StoredCard.OfBriefing(one.Kind, one.File, one.About, Words, mayHaveComeBefore: false))
            )
            .Select(one => ($"stored-{one.Kind}-{one.Name}", one.Drawn.Card, one.Drawn.Summary));

    private static IEnumerable<(string, AdaptiveCard)> BriefingGallery() =>
        Briefings().Concat(BriefingsAgain()).Concat(BriefingFormCards());

    private static IEnumerable<(string, AdaptiveCard)> Briefings()
    {
        var (chair, operations, member) = (Context(BriefingStory.Chair), Context(BriefingStory.Operations), Context(BriefingStory.Member));
        var scrutineer = Context(BriefingStory.Scrutineer);
        foreach (var stage in Enum.GetValues<BriefingStage>().Except([BriefingStage.NotStarted]))
        {
            yield return ($"briefing-{stage}", BriefingCard.Draw(BriefingStory.At(stage).File, true, null, operations));
        }

        yield return ("briefing-check", BriefingCard.Draw(BriefingStory.At(BriefingStage.Checking).File, false, null, scrutineer));
        yield return ("briefing-approve", BriefingCard.Draw(BriefingStory.At(BriefingStage.WithChair).File, false, null, chair));
        yield return (
            "briefing-returned",
            BriefingCard.Draw(
                BriefingStory.At(BriefingStage.Checking).Given(BriefingStory.Check(passes: false), BriefingStory.Scrutineer).File,
                true,
                null,
                operations
            )
        );
        yield return (
            "briefing-answered",
            BriefingCard.Draw(AllUsed.File, true, new(NoticeKind.Done, "The answer is recorded."), operations)
        );
        yield return (
            "briefing-late",
            BriefingCard.Draw(
                BriefingStory.At(BriefingStage.Sent).File,
                true,
                null,
                operations with
                {
                    Now = new(2027, 1, 6, 10, 0, 0, TimeSpan.Zero),
                    Today = new(2027, 1, 6),
                }
            )
        );
        yield return (
            "briefing-paper",
            BriefingCard.Draw(BriefingStory.At(BriefingStage.Sent, BriefingPurpose.TriBorough).File, true, null, operations)
        );
        yield return ("briefing-read", BriefingCard.Read(WithDetails.File, operations));
        yield return ("briefing-read-full", BriefingCard.Read(FullBriefing, chair));
        yield return ("timeline-briefing", BriefingCard.Timeline(AllUsed.File, 0, operations));
        yield return ("briefing-theirs", TheirBriefingCard.Draw(BriefingStory.At(BriefingStage.Sent).File, null, Filled.Nothing, member));
        yield return ("briefing-theirs-full", TheirBriefingCard.Draw(FullBriefing, null, Filled.Nothing, member));
        yield return ("briefing-theirs-answered", TheirBriefingCard.Draw(AllUsed.File, null, Filled.Nothing, member));
        yield return (
            "briefing-theirs-closed",
            TheirBriefingCard.Draw(AllUsed.Given(new CloseBriefing(Brf, ""), BriefingStory.Operations).File, null, Filled.Nothing, member)
        );
        yield return (
            "briefing-theirs-withdrawn",
            TheirBriefingCard.Draw(BriefingStory.At(BriefingStage.Withdrawn).File, null, Filled.Nothing, member)
        );
        BriefingLine line = new(Brf, BriefingPurpose.SevenMinutes, BriefingStage.Sent, new(2026, 12, 14), false);
        BriefingLine[] lines =
        [
            line,
            new(RecordRef.Parse("GSCP-BR-4444-5555"), BriefingPurpose.Training, BriefingStage.Checking, null, false),
            new(RecordRef.Parse("GSCP-BR-6666-7777"), BriefingPurpose.SevenMinutes, BriefingStage.Sent, new(2026, 10, 30), true),
        ];
        yield return ("briefing-list", BriefingListCard.Draw(lines, false, 0, operations));
        yield return ("briefing-list-none", BriefingListCard.Draw([], false, 0, chair));
        yield return ("briefing-list-theirs", BriefingListCard.Draw([line], true, 0, member));
        yield return (
            "briefing-list-many",
            BriefingListCard.Draw(
                [.. "BCDFGHJKMNPQRSTVWXYZ23456789".Select(letter => line with { Record = RecordRef.Parse($"GSCP-BR-2222-333{letter}") })],
                false,
                1,
                operations
            )
        );
    }

    private static IEnumerable<(string, AdaptiveCard)> BriefingFormCards()
    {
        var (chair, operations, member) = (Context(BriefingStory.Chair), Context(BriefingStory.Operations), Context(BriefingStory.Member));
        var scrutineer = Context(BriefingStory.Scrutineer);
        BriefingFile At(BriefingStage stage) => BriefingStory.At(stage).File;
        Filled Wrong(string field, string message) => Filled.Nothing with { Refusals = [new("wrong", message, field)] };
        yield return (
            "briefing-form-begin",
            BeginBriefingCard.Draw(CaseStory.Id, BriefingPurpose.SevenMinutes, 0, SomeAgencies, Filled.Nothing, operations)
        );
        yield return (
            "briefing-form-begin-theme",
            BeginBriefingCard.Draw(
                null,
                BriefingPurpose.Training,
                0,
                SomeAgencies,
                Wrong("agencies", "Choose the agencies that are to talk about it."),
                chair with
                {
                    Themes = CaseStory.Themes,
                }
            )
        );
        foreach (var purpose in Enum.GetValues<BriefingPurpose>())
        {
            var form = BriefingForms.Of(purpose);
            Draft draft = new(
                Brf,
                BriefingStory.Operations.PersonId,
                DraftPurpose.Briefing,
                form.Id,
                1,
                BriefingStory.Boxes(purpose),
                2,
                CaseStory.Monday,
                CaseStory.Monday
            );
            foreach (var page in form.Pages)
            {
                yield return ($"briefing-form-{form.Id}-{page.Id}", FormPageCard.Draw(draft, page, [], null, operations));
            }

            yield return (
                $"briefing-form-{form.Id}-review",
                ReviewCard.Draw(draft, [], Checking.Blanks(form, draft.Answers), "", null, operations)
            );
        }

        yield return ("briefing-form-check", CheckBriefingCard.Draw(WithDetails.File, Filled.Nothing, scrutineer));
        yield return (
            "briefing-form-check-wrong",
            CheckBriefingCard.Draw(At(BriefingStage.Checking), Wrong("looked", "Look for each of the list, and say so."), scrutineer)
        );
        yield return ("briefing-form-approve", ApproveBriefingCard.Draw(At(BriefingStage.WithChair), Filled.Nothing, chair));
        yield return ("briefing-form-send", SendBriefingCard.Draw(At(BriefingStage.Approved), Filled.Nothing, operations));
        yield return (
            "briefing-form-send-paper",
            SendBriefingCard.Draw(BriefingStory.At(BriefingStage.Approved, BriefingPurpose.TriBorough).File, Filled.Nothing, operations)
        );
        yield return ("briefing-form-answer", BriefingAnswerCards.Record(At(BriefingStage.Sent), Filled.Nothing, operations));
        yield return (
            "briefing-form-theirs-wrong",
            TheirBriefingCard.Draw(
                At(BriefingStage.Sent),
                null,
                Wrong("teams", "Say which teams it reached, or below why it was not used."),
                member
            )
        );
        yield return ("briefing-form-close", BriefingEndingCards.Close(At(BriefingStage.Sent), Filled.Nothing, operations));
        yield return ("briefing-form-close-all", BriefingEndingCards.Close(AllUsed.File, Filled.Nothing, operations));
        yield return ("briefing-form-correct", BriefingEndingCards.Correct(At(BriefingStage.Sent), Filled.Nothing, operations));
        yield return ("briefing-form-withdraw", BriefingEndingCards.Withdraw(At(BriefingStage.Sent), Filled.Nothing, chair));
    }
}
