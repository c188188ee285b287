using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

namespace SafeguardingTeams.Domain.Tests.Forms;

/// <summary>What the typed readers read is what the forms ask.</summary>
public class ReadersTests
{
    [Fact]
    public void A_referral_is_read_by_what_it_asks()
    {
        var referral = new ReferralAnswers(Marked(SeriousIncidentReferralV1.Form));
        var (child, person) = (Assert.Single(referral.Children), Assert.Single(referral.Family));
        Assert.Equal(
            ["children.name", "children.born", "children.address", "children.happened"],
            [child.Name, child.Born, child.Address, child.Happened]
        );
        Assert.Equal(
            ["family.name", "family.relationship", "family.born", "family.address", "family.legalstatus", "family.ethnicorigin"],
            [person.Name, person.Relationship, person.Born, person.Address, person.LegalStatus, person.EthnicOrigin]
        );
        Assert.Equal(
            ["outline.circumstances", "incident.location", "incident.carer", "lead.name", "lead.agency", "agencies.agency"],
            [referral.Circumstances, referral.Place, referral.Carer, referral.LeadName, referral.LeadAgency, referral.Agencies.Single()]
        );
        Assert.Equal("chronology.event", Assert.Single(referral.KeyEvents).What);
        Assert.Equal(["family.name", "children.name"], referral.Everybody.Select(one => one.Name));
        var form = SeriousIncidentReferralV1.Form;
        Assert.Equal(
            ["criteria.abuse", "investigations.criminal", "investigations.coroner"],
            [referral.AbuseOrNeglect(form).Text, referral.CriminalInvestigation(form).Text, referral.CoronersInquiry(form).Text]
        );
        Assert.All(child.Details(form), detail => Assert.Equal($"children.{detail.Question.Id}", detail.Text));
        var begun = ReferralAnswers.BegunBy("A", "B", "C");
        Assert.Equal(["A", "B", "C"], [begun["referrer", "name"], begun["referrer", "agency"], begun["referrer", "email"]]);
        Assert.All(begun.Values.Keys, key => Assert.Contains(key, referral.Answers.Values.Keys));
    }

    [Theory]
    [InlineData("died", "yes", LookedAfter.Yes, true)]
    [InlineData("died", "care-leaver", LookedAfter.CareLeaver, true)]
    [InlineData("died", "not-known", LookedAfter.NotKnown, true)]
    [InlineData("died", "", LookedAfter.NotKnown, true)]
    [InlineData("died", "no", LookedAfter.No, false)]
    [InlineData("serious-incident", "yes", LookedAfter.Yes, false)]
    [InlineData("", "yes", LookedAfter.Yes, false)]
    public void Only_a_plain_no_says_that_a_child_was_not_in_care_PD10(string outcome, string care, LookedAfter lookedAfter, bool may)
    {
        var child = new ReferredChild(AnswerRow.Empty("r").With("outcome", outcome).With("lookedafter", care));
        Assert.Equal(lookedAfter, child.LookedAfter);
        Assert.Equal(outcome == "died", child.Died);
        Assert.Equal(may, child.MayHaveDiedInCare);
    }

    [Fact]
    public void Each_outcome_and_each_answer_on_care_has_a_meaning_of_its_own()
    {
        var children = (Page.Repeating)SeriousIncidentReferralV1.Form.Page("children")!;
        IEnumerable<ReferredChild> Each(string id) =>
            ((AnswerKind.Choice)children.Questions.Single(question => question.Id == id).Kind).Options.Select(option => new ReferredChild(
                AnswerRow.Empty("r").With(id, option.Value)
            ));
        Assert.Equal([ChildOutcome.Died, ChildOutcome.SeriouslyHarmed], Each("outcome").Select(child => child.Outcome));
        Assert.Equal(
            [LookedAfter.Yes, LookedAfter.CareLeaver, LookedAfter.No, LookedAfter.NotKnown],
            Each("lookedafter").Select(child => child.LookedAfter)
        );
    }

    [Theory]
    [InlineData("no", "died", true)]
    [InlineData("known", "no", true)]
    [InlineData("not-sure", "not-sure", false)]
    [InlineData("", "", false)]
    public void Whoever_is_not_sure_has_not_said_no_A1(string abuse, string harm, bool denies) =>
        Assert.Equal(
            denies,
            new ReferralAnswers(Answers.None.With("criteria", "abuse", abuse).With("criteria", "harm", harm)).DeniesACriterion
        );

    [Fact]
    public void What_goes_to_the_agencies_is_read_by_what_it_asks()
    {
        var request = new RequestAnswers(Marked(ScopingRequestV1.Form).With("case", "from", "2025-11-01").With("case", "to", "2026-11-01"));
        Assert.Equal(["case.outline", "case.summary"], [request.Outline, request.Summary]);
        Assert.Equal((new(2025, 11, 1), new(2026, 11, 1)), (request.From, request.To));
        Assert.Equal(
            ["children-r1", "mother", "father", "siblings-r1", "adults-r1"],
            ScopingRequestV1.People.SelectMany(request.People).Select(person => person.Key)
        );
        Assert.Equal(
            ["children.name", "mother.born", "father.address", "siblings.address", "adults.relationship"],
            [
                request.Children.Single().Name,
                request.Mother.Born,
                request.Father.Address,
                request.Siblings.Single().Address,
                request.Adults.Single().Relationship,
            ]
        );
        Assert.Equal(
            ScopingRequestV1.Form.Pages.SkipLast(1).Select(page => page.Id),
            ScopingRequestV1.People.Select(kind => ScopingRequestV1.PageOf(kind).Id)
        );
    }

    [Fact]
    public void Somebody_is_entered_as_far_as_the_form_asks()
    {
        var details = new PersonDetails("A", "2020-01-02", "B") { Died = "2026-11-01", Relationship = "C" };
        var request = ScopingRequestV1.People.Aggregate(new RequestAnswers(Answers.None), (all, kind) => all.With(kind, "r1", details));
        Assert.All(request.Answers.Rows, group => Assert.Equal("r1", Assert.Single(group.Value).Id));
        Assert.Equal(["address", "born", "died", "name"], request.Answers.RowsOf("children")[0].Values.Keys);
        Assert.Equal(["address", "born", "name"], request.Answers.RowsOf("siblings")[0].Values.Keys);
        Assert.Equal(["address", "name", "relationship"], request.Answers.RowsOf("adults")[0].Values.Keys);
        Assert.Equal(
            ["father.address", "father.born", "father.name", "mother.address", "mother.born", "mother.name"],
            request.Answers.Values.Keys
        );
        var asked = Marked(ScopingRequestV1.Form).Values.Keys;
        var more = request.WithSummary("D").WithPeriod(new(2025, 11, 1), new(2026, 11, 1));
        Assert.Equal(("D", new(2025, 11, 1), new(2026, 11, 1)), (more.Summary, more.From, more.To));
        Assert.All(more.Answers.Values.Keys, key => Assert.Contains(key, asked));
    }

    [Fact]
    public void A_return_is_read_by_what_it_asks()
    {
        var given = new ReturnAnswers(Marked(InitialScopingV1.Form));
        Assert.Equal("otheragencies.agency", Assert.Single(given.OtherAgencies));
        var one = new KeyEvent(given.KeyEvents.Single().Row.With("date", "2026-11-01").With("time", "09:30"));
        Assert.Equal(("chronology.event", "chronology.source"), (one.What, one.Source));
        Assert.Equal((new(2026, 11, 1), new(9, 30)), (one.When, one.Time));
        Assert.Null(given.KeyEvents.Single().When);
        var completed = new ReturnAnswers(Answers.None).CompletedFor("A", new(2026, 11, 1)).CompletedBy("B", "C").Answers;
        Assert.All(completed.Values.Keys, key => Assert.Contains(key, given.Answers.Values.Keys));
        Assert.Equal(["A", "2026-11-01", "C", "B"], completed.Values.Values);
    }

    [Fact]
    public void Each_answer_to_a_detail_has_a_meaning_of_its_own()
    {
        var page = (Page.Matching)InitialScopingV1.Form.Page(InitialScopingV1.Family)!;
        var values = ((AnswerKind.Choice)page.Questions[0].Kind).Options.Select(option => option.Value);
        Assert.Equal(
            [Comparison.TheSame, Comparison.SomethingElse, Comparison.NotHeld, Comparison.Unreadable, Comparison.NotAnswered],
            values
                .Append("perhaps")
                .Append("")
                .Select(value => new ComparedDetail(AnswerRow.Empty("r").With(page.Questions[0].Id, value)).Says)
        );
        Assert.Equal("A", new ComparedDetail(AnswerRow.Empty("r").With(page.Questions[1].Id, "A")).How);
    }

    [Fact]
    public void The_meetings_record_is_read_by_what_it_asks()
    {
        var record = new ReportAnswers(Marked(RapidReviewReportForms.Of2025));
        Assert.Equal(
            [
                "recommendation.outcome",
                "recommendation.state",
                "recommendation.beside",
                "recommendation.rationale",
                "recommendation.options",
                "criteria.themes",
            ],
            [record.Outcome, record.Stated, record.Beside, record.Rationale, record.OtherOptions, record.Themes]
        );
        var dissent = Assert.Single(record.Dissent);
        Assert.Equal(("dissent.who", "dissent.why"), (dissent.Who, dissent.Why));
        Assert.Equal((false, false), (record.IsUnanimous, record.IsNotUnanimous));
        Assert.True(RapidReviewReportForms.AsksForAnalysis(RapidReviewReportForms.Of2025));
        Assert.False(RapidReviewReportForms.AsksForAnalysis(RapidReviewReportForms.Of2018));
    }

    /// <summary>Every question answered with its own place, so that what is read says where it was read.</summary>
    private static Answers Marked(Form form) => form.Pages.Aggregate(Answers.None, (all, page) => page switch
            {
                Page.Single single => single.Questions.Aggregate(all, (made, one) => made.With(page.Id, one.Id, $"{page.Id}.{one.Id}")),
                Page.Repeating repeating => all.With(page.Id, Row(page, repeating.Questions)),
                Page.Matching matching => all.With(page.Id, Row(page, matching.Questions)),
                _ => all,
            });

    private static AnswerRow Row(Page page, IEnumerable<Question> questions) =>
        questions.Aggregate(AnswerRow.Empty("r1"), (row, one) => row.With(one.Id, $"{page.Id}.{one.Id}"));
}
