using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>One page of a row's questions.</summary>
public static class RowCard
{
    public static AdaptiveCard Draw(
        Draft draft,
        Page.Repeating page,
        AnswerRow row,
        int part,
        IReadOnlyList<Problem> problems,
        Notice? notice,
        CardContext context
    )
    {
        List<(string Name, Question Question, string Text)> answers =
        [
            .. page.Parts[part].Questions.Select(question => (question.Id, question, row[question.Id])),
        ];
        return Shortening.Draw(answers.Select(answer => answer.Text), shortening =>
            Draw(draft, page, row, part, problems, notice, context, shortening.Keys(answers), shortening)
        );
    }

    private static AdaptiveCard Draw(
        Draft draft,
        Page.Repeating page,
        AnswerRow row,
        int part,
        IReadOnlyList<Problem> problems,
        Notice? notice,
        CardContext context,
        IEnumerable<(string, string)> shown,
        Shortening shortening
    )
    {
        (string, string)[] keys = [("row", row.Id), ("part", part.ToString(CultureInfo.InvariantCulture)), .. shown];
        return Card([
            Top(notice),
            Aside($"{draft.Form.Title}: {page.Title}. Reference {draft.Record}"),
            Heading(page.Parts[part].Title),
            .. Inputs.Of(
                page.Parts[part].Questions,
                question => row[question],
                [.. problems.Where(problem => problem.Place.RowId == row.Id)],
                FormPageCard.Drawing(draft),
                shortening
            ),
            Buttons(
                FormPageCard
                    .Key(context, part + 1 < page.Parts.Length ? "Continue" : "Save", Verbs.RowSave, draft, page, [.. keys, ("to", "next")])
                    .Main(),
                FormPageCard.Key(context, "Back", Verbs.RowSave, draft, page, [.. keys, ("to", "back")]),
                FormPageCard.Key(context, "Save and leave", Verbs.RowSave, draft, page, [.. keys, ("to", "leave")])
            ),
        ]);
    }
}
