using System.Collections.Immutable;
using CsCheck;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Intake;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>
/// Over histories of sending and putting right: no answer ever lands on a person other than the one it was given about, and none is
/// lost (B4, B6).
/// </summary>
public class WhoseAnswerTests
{
    private static readonly ImmutableArray<string> Groups = ["mother", "father", "siblings", "adults"];

    [Fact]
    public void No_answer_of_a_Word_form_ever_lands_on_another_person_and_none_is_lost() =>
        Histories.Sample(
            history =>
            {
                var (story, forms) = history.Play();
                var (file, family) = forms[history.Drawn % forms.Count];
                var letter = SectionOne.All(file)[^1];
                var form = history.Positional ? Positional(file) : EarlierFormsTests.Form(file);
                var said = new Dictionary<string, string>();
                foreach (var detail in letter.Details.Where((_, i) => (history.Answers >> (i % 30) & 1) == 1))
                {
                    said[$"{family.Whose(detail.Id)}, {detail.Detail}, {said.Count}"] = family.Whose(detail.Id);
                    form = WordHand.Answer(form, detail.Of, detail.Detail, "Something else", said.Keys.Last());
                }

                form =
                    history.Blank ? WordHand.Blank(form)
                    : history.Stripped ? WordHand.WithoutTags(form)
                    : form;
                var answers = EarlierFormsTests.Read(story.File, form).Answers;
                Whose(answers, said, forms[^1].Family);
                var placed = PrefilledReturn.Placed(
                    story.File,
                    answers,
                    SectionOne.SentTo(story.File, "police").Find(one => one.Details.SequenceEqual(letter.Details))
                );
                Whose(placed, said, forms[^1].Family);
                Whose(PrefilledReturn.Over(story.File, placed), said, forms[^1].Family);
                Assert.DoesNotContain(placed.RowsOf(InitialScopingV1.Family), SaidOfDetails.IsUnplaced);
            },
            iter: 150,
            threads: 1
        );

    [Fact]
    public void No_answer_of_a_form_on_cards_ever_lands_on_another_person_when_it_is_gone_on_with() =>
        Histories.Sample(
            history =>
            {
                var (_, forms) = history.Play();
                var (begun, family) = forms[history.Drawn % forms.Count];
                var said = new Dictionary<string, string>();
                var answers = PrefilledReturn.With(
                    Answers.None,
                    PrefilledReturn
                        .Of(begun)
                        .RowsOf(InitialScopingV1.Family)
                        .Select(
                            (row, i) =>
                            {
                                var how = $"{family.Whose(row.Id)}, {i}";
                                said[how] = family.Whose(row.Id);
                                return row.With("answer", "differs").With("how", how) with
                                {
                                    Id = history.Positional ? $"d{i + 1}" : row.Id,
                                };
                            }
                        )
                );
                foreach (var (file, now) in forms.Skip(history.Drawn % forms.Count))
                {
                    answers = PrefilledReturn.Over(file, answers);
                    Whose(answers, said, now);
                }
            },
            iter: 300,
            threads: 1
        );

    private static void Whose(Answers answers, Dictionary<string, string> said, Family now)
    {
        var rows = answers.RowsOf(InitialScopingV1.Family);
        foreach (var row in rows.Where(row => row["how"].Length > 0 && !SaidOfDetails.IsKept(row) && !SaidOfDetails.IsUnplaced(row)))
        {
            Assert.Equal(now.Whose(row.Id), said[row["how"]]);
        }

        Assert.Equal(said.Keys.Order(), rows.Select(row => row["how"]).Where(how => how.Length > 0).Order());
        Assert.Equal(rows.Count, rows.Select(row => row.Id).Distinct().Count());
    }

    /// <summary>As the form was written before: rows by their place, and nothing that says which section 1.</summary>
    private static ReadOnlyMemory<byte> Positional(Domain.Cases.CaseFile file) =>
        ScopingForm.Write(
            DocumentExamples.ScopingFormFacts with
            {
                Reference = file.Id.Value,
                AgencyKey = "police",
            },
            PrefilledReturn.With(
                Answers.None,
                PrefilledReturn.Of(file).RowsOf(InitialScopingV1.Family).Select((row, i) => row with { Id = $"d{i + 1}" })
            )
        );

    private static Gen<History> Histories { get; } =
        from changes in Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 2]).Array[2, 9]
        from sentAfter in Gen.Int[1, 4]
        from drawn in Gen.Int[0, 8]
        from answers in Gen.Int
        from kind in Gen.Select(Gen.Bool, Gen.Int[0, 3])
        select new History([.. changes], Math.Min(sentAfter, changes.Length), drawn, answers, kind.Item1, kind.Item2 == 0, kind.Item2 == 1);

    /// <param name="Changes">What is changed, of which group, at which address.</param>
    /// <param name="SentAfter">After how many of them the letters go.</param>
    /// <param name="Drawn">Which of the forms that went out comes back.</param>
    /// <param name="Answers">Which rows are answered, by bits.</param>
    /// <param name="Positional">Whether the form is of before tags stayed with the person.</param>
    /// <param name="Blank">Whether nothing printed is left in it.</param>
    /// <param name="Stripped">Whether another program took its tags out.</param>
    private sealed record History(
        ImmutableArray<(int What, int Group, int Address)> Changes,
        int SentAfter,
        int Drawn,
        int Answers,
        bool Positional,
        bool Blank,
        bool Stripped
    )
    {
        /// <summary>The case at the end, and as it was whenever a form can have gone out.</summary>
        internal (CaseStory Story, ImmutableList<(Domain.Cases.CaseFile File, Family Family)> Forms) Play()
        {
            var story = CaseStory.At(Domain.Cases.Stage.Notified).Prepared();
            var (family, forms) = (
                new Family(
                    Families.WithoutSiblings(Families.FatherUnknown).Without("adults", "a1"),
                    ImmutableDictionary<string, string>.Empty,
                    0
                ),
                ImmutableList.CreateBuilder<(Domain.Cases.CaseFile, Family)>()
            );
            family = family.Mother();
            for (var i = 0; i < Changes.Length; i++)
            {
                var next = family.After(Changes[i]);
                if (
                    !AnswerChange
                        .Between(Domain.Forms.ScopingRequest.ScopingRequestV1.Form, story.File.Review.Request, next.Request)
                        .IsEmpty
                )
                {
                    Families.Correct(story, next.Request);
                    family = next;
                }

                if (i + 1 == SentAfter)
                {
                    story.Sent();
                }

                if (i + 1 >= SentAfter)
                {
                    forms.Add((story.File, family));
                }
            }

            return (story, forms.ToImmutable());
        }
    }

    /// <summary>A family, and who really is meant by each place in it.</summary>
    private sealed record Family(Answers Request, ImmutableDictionary<string, string> People, int Count)
    {
        /// <summary>Who is meant by a detail's id.</summary>
        internal string Whose(string id) => People.GetValueOrDefault(id[..id.LastIndexOf('-')], "the child");

        internal Family Mother() => this with { People = People.Add("mother", "the mother") };

        internal Family After((int What, int Group, int Address) change)
        {
            var group = Groups[change.Group];
            var address = $"{change.Address} Example Street";
            var person = $"Person {Count}";
            if (group is "mother" or "father")
            {
                return change.What switch
                {
                    0 => this with
                    {
                        Request = Request.With(group, "address", address),
                        // A person is the place they are entered in and their name (ADR 17): without one, whoever it was before.
                        People = People.ContainsKey(group) ? People : People.SetItem(group, $"the {group} without a name"),
                        Count = Count + 1,
                    },
                    1 => this with
                    {
                        Request = Request.With(group, "name", "").With(group, "born", "").With(group, "address", ""),
                        People = People.Remove(group),
                    },
                    _ => this with
                    {
                        Request = Request.With(group, "name", person).With(group, "address", address),
                        People = People.SetItem(group, person),
                        Count = Count + 1,
                    },
                };
            }

            var rows = Request.RowsOf(group);
            var row = rows.IsEmpty ? null : rows[change.Address % rows.Count];
            return (change.What, row) switch
            {
                (0, { } there) => this with { Request = Request.With(group, there.With("address", address)) },
                (1, { } there) => this with { Request = Request.Without(group, there.Id), People = People.Remove($"{group}-{there.Id}") },
                (2, { } there) => this with
                {
                    Request = Request.With(group, there.With("name", person)),
                    People = People.SetItem($"{group}-{there.Id}", person),
                    Count = Count + 1,
                },
                var (what, _) => this with
                {
                    Request = Request.With(
                        group,
                        Families.Row($"n{Count}", ("name", what == 3 ? "Not known" : person), ("address", address))
                    ),
                    People = People.SetItem($"{group}-n{Count}", person),
                    Count = Count + 1,
                },
            };
        }
    }
}
