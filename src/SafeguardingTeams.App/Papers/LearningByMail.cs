using System.Collections.Immutable;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Intake;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// A referral for practice learning by mail: operations hand out the Word form, and read in what comes back. What could be read becomes a
/// draft of theirs, which they look through and send for whoever is named in it (D1). Nothing is recorded by the reading itself.
/// </summary>
public sealed class LearningByMail(IRows rows, Visits visits, DraftStore drafts, PartnershipWords words, LondonClock clock)
{
    private const string How = "as a Word form by mail, read in by operations";

    /// <summary>Whether this is theirs: it is operations'.</summary>
    public async Task<bool> MayAsync(CardAction visit, CancellationToken cancellationToken) =>
        await visits.OfAsync(visit, cancellationToken) is { Actor: var actor } && actor.Roles.Contains(Role.Operations);

    /// <summary>The blank form, to hand out.</summary>
    public async Task<PaperEnd> BlankAsync(CardAction visit, CancellationToken cancellationToken) =>
        await MayAsync(visit, cancellationToken)
            ? new PaperEnd.Drawn(LearningForms.Name, LearningForms.Write(words))
            : new PaperEnd.NotThere();

    /// <summary>Reads a file in.</summary>
    /// <returns>What could not be read, or why nothing was; null where it is not theirs to read in.</returns>
    public async Task<WordReturn?> ReadAsync(CardAction visit, FileContent content, CancellationToken cancellationToken)
    {
        if (await visits.OfAsync(visit, cancellationToken) is not { Actor: var actor } || !actor.Roles.Contains(Role.Operations))
        {
            return null;
        }

        // One referral for each file, whoever reads it in and however often.
        var wish = $"word|{await Upload.HashAsync(content, cancellationToken)}";
        var stored = await StoredRecord.LoadAsync(rows, drafts.LearningFrom(wish), cancellationToken);
        if (((LearningFile)stored.Record).Stage != LearningStage.NotStarted)
        {
            return new(false, [$"This file has been read in and sent already: it is {stored.Record.Ref}."]);
        }

        if (stored.Drafts.ContainsKey(actor.PersonId))
        {
            return new(
                false,
                ["You have read this file in already. Go on with it under Home, or delete it there, then choose the file again."]
            );
        }

        using var word = content.Open();
        switch (FormIntake.Read(word, ExpectedForm.PracticeLearning, clock.Today))
        {
            case WordIntake.Refused refused:
                return new(false, [refused.Message]);
            case WordIntake.Taken taken:
                return await BeginAsync(wish, actor, taken, cancellationToken);
            default:
                throw new InvalidOperationException("An unknown end of reading a form in.");
        }
    }

    private async Task<WordReturn> BeginAsync(string wish, Actor actor, WordIntake.Taken taken, CancellationToken cancellationToken)
    {
        var answers = LearningAnswers.Moved(PracticeLearningV1.Learning, taken.Answers);
        try
        {
            await drafts.BeginLearningAsync(wish, actor, PracticeLearningV1.Form, answers, null, cancellationToken, how: How);
            return new(true, [.. taken.NotRead, .. NotAsked(answers)]);
        }
        catch (TooLongException)
        {
            return new(
                false,
                ["This form is longer as a whole than can be kept, so nothing of it was read in. Ask the referrer " + "to shorten it."]
            );
        }
    }

    /// <summary>The pages that are filled in and not asked after what else is answered: they would go unread.</summary>
    private static IEnumerable<string> NotAsked(Answers answers) =>
        PracticeLearningV1
            .Form.Pages.Except(PracticeLearningV1.Form.Asked(answers))
            .Where(page => HasAnswers(answers, page.Id))
            .Select(page =>
                $"“{page.Title}” is filled in, but is not asked after what stands under “What can be learned?”, so nobody reads it. "
                + "Put right the kind of learning, or whom it is about, if it belongs."
            );

    private static bool HasAnswers(Answers answers, string page) =>
        !answers.RowsOf(page).IsEmpty
        || answers.Values.Any(answer => answer.Key.StartsWith($"{page}.", StringComparison.Ordinal) && answer.Value.Length > 0);
}
