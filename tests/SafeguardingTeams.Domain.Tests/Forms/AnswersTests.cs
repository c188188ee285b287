using CsCheck;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Forms;

public class AnswersTests
{
    private static readonly Gen<Answers> Any = Gen.Select(
            Gen.Int[0, 4],
            Gen.String[Gen.Char['a', 'e'], 0, 3],
            Gen.String[Gen.Char['a', 'e'], 0, 3]
        )
        .Select(
            (rows, text, other) =>
                Enumerable
                    .Range(0, rows)
                    .Aggregate(Answers.None.With("outline", "reasons", text).With("incident", "carer", other), (answers, i) =>
                        answers.With("family", AnswerRow.Empty($"r{i}").With("name", $"{text}{i}").With("relationship", other))
                    )
        );

    [Fact]
    public void The_differences_between_two_sets_of_answers_lead_from_the_one_to_the_other() =>
        Gen.Select(Any, Any)
            .Sample(
                (before, after) =>
                {
                    var changes = AnswerChange.Between(SeriousIncidentReferralV1.Form, before, after);
                    var applied = AnswerChange.Apply(before, changes);
                    return AnswerChange.Between(SeriousIncidentReferralV1.Form, applied, after).IsEmpty
                        && (changes.IsEmpty == AnswerChange.Between(SeriousIncidentReferralV1.Form, after, before).IsEmpty);
                }
            );

    [Fact]
    public void An_empty_answer_takes_the_answer_away_and_blanks_are_trimmed()
    {
        Assert.Equal("", Answers.None.With("a", "b", "x").With("a", "b", "  ")["a", "b"]);
        Assert.Equal("x", Answers.None.With("a", "b", " x ")["a", "b"]);
    }

    [Fact]
    public void A_removed_row_goes_back_where_it_was()
    {
        var answers = Answers
            .None.With("family", AnswerRow.Empty("1"))
            .With("family", AnswerRow.Empty("2"))
            .With("family", AnswerRow.Empty("3"));
        var back = answers.Without("family", "2").Insert("family", 1, AnswerRow.Empty("2"));
        Assert.Equal(["1", "2", "3"], back.RowsOf("family").Select(row => row.Id));
        Assert.Equal(
            ["1", "3", "2"],
            answers.Without("family", "2").Insert("family", 9, AnswerRow.Empty("2")).RowsOf("family").Select(row => row.Id)
        );
    }

    [Fact]
    public void A_draft_remembers_the_presses_done_and_forgets_the_oldest()
    {
        var draft = new Draft(
            CaseStory.Id,
            "p",
            DraftPurpose.NewReferral,
            SeriousIncidentReferralV1.FormId,
            1,
            Answers.None,
            1,
            CaseStory.Monday,
            CaseStory.Monday
        );
        var saved = Enumerable.Range(0, 30).Aggregate(draft, (now, i) => now.Saved($"press-{i}", CaseStory.Monday, now.Answers));
        Assert.Equal(31, saved.Revision);
        Assert.Equal(20, saved.Done.Count);
        Assert.Contains("press-29", saved.Done);
    }

    [Fact]
    public void A_form_version_nobody_knows_is_not_guessed() =>
        Assert.Throws<KeyNotFoundException>(() => FormLibrary.Get(SeriousIncidentReferralV1.FormId, 99));
}
